import { AsideGroup } from "#components/case-study/aside.tsx";
import { figure, longDate, monthNamed, monthOf } from "#components/ui/words.ts";
import { kindOf, regionName, regionSlug } from "#lib/domain/councils.ts";
import { shownAt } from "#lib/domain/london-time.ts";
import { paths } from "#lib/http/paths.ts";
import type { CaseStudyProps } from "./case-study.tsx";

/** Who did it, whom to ask, where else to look and when it was published. */
export function Aside(props: CaseStudyProps) {
  return (
    <aside aria-label="About this case study" className="flex min-w-0 flex-col gap-8 text-small">
      <Who {...props} />
      <Contact {...props} />
      <When {...props} />
      <Where {...props} />
      <Published {...props} />
    </aside>
  );
}

function Who({ council, partners, facts, fromCouncil }: CaseStudyProps) {
  if (!council)
    return facts.organisation ? <AsideGroup heading={facts.organisation}>Not published by a council</AsideGroup> : null;
  const region = regionName(regionSlug(council.nation, council.region));
  return (
    <AsideGroup heading={council.name}>
      {facts.organisation && <p>With {facts.organisation}</p>}
      <p>{kindOf(council.type, region)}</p>
      {fromCouncil > 1 ? (
        <p className="print:hidden">
          <a href={paths.chosen("council", council.slug)}>
            All {figure(fromCouncil)} case studies from {council.shortName}
          </a>
        </p>
      ) : (
        <p className="print:hidden">
          <a href={paths.council(council.slug)}>About {council.shortName}</a>
        </p>
      )}
      {partners.length > 0 && (
        <p>
          With{" "}
          {partners.map(({ slug, shortName }, index) => (
            <span key={slug}>
              {index > 0 && ", "}
              <a href={paths.council(slug)}>{shortName}</a>
            </span>
          ))}
        </p>
      )}
    </AsideGroup>
  );
}

function Contact({ contact }: CaseStudyProps) {
  if (!contact) return null;
  return (
    <AsideGroup heading="Contact" id="ask">
      {contact.name && <p>{contact.name}</p>}
      <p>
        <a href={`mailto:${contact.email}`}>
          {contact.email.replace(/@.*/, "@")}
          <wbr />
          {contact.email.replace(/.*@/, "")}
        </a>
      </p>
      {contact.phone && <p>{contact.phone}</p>}
      {contact.confirmedAt && <p className="text-soft">Confirmed {monthOf(contact.confirmedAt)}</p>}
    </AsideGroup>
  );
}

function When({ facts }: CaseStudyProps) {
  const { start, end } = facts;
  if (!start && !end && !facts.funding) return null;
  return (
    <AsideGroup heading="The work">
      {start && <p>{end ? `${monthNamed(start)} to ${monthNamed(end)}` : `From ${monthNamed(start)}`}</p>}
      {!start && end && <p>Until {monthNamed(end)}</p>}
      {facts.funding && <p>Paid for by: {facts.funding}</p>}
    </AsideGroup>
  );
}

function Where({ topics, supportTypes, collections }: CaseStudyProps) {
  const links = [
    ...topics.map(({ slug, name }) => ({ path: paths.topic(slug), name })),
    ...supportTypes.map(({ slug, name }) => ({ path: paths.supportType(slug), name })),
    ...collections.map(({ slug, name }) => ({ path: paths.collection(slug), name })),
  ];
  return (
    <AsideGroup heading="More like this" className="print:hidden">
      <ul>
        {links.map(({ path, name }) => (
          <li key={path}>
            <a href={path}>{name}</a>
          </li>
        ))}
      </ul>
    </AsideGroup>
  );
}

function Published({ slug, publishedAt, updatedAt, reviewBy, reviewedAt, overdue, withdrawn }: CaseStudyProps) {
  return (
    <AsideGroup heading="Published">
      <p>
        <time dateTime={shownAt(publishedAt)[0]}>{longDate(publishedAt)}</time>
      </p>
      {updatedAt.getTime() !== publishedAt.getTime() && <p>Updated {longDate(updatedAt)}</p>}
      {reviewedAt && <p>Reviewed {monthOf(reviewedAt)}</p>}
      {reviewBy && !withdrawn && (
        <p>
          {overdue ? "Review was due" : "Next review"} {monthOf(reviewBy)}
        </p>
      )}
      {!withdrawn && (
        <p className="print:hidden">
          <a href={paths.suggest(slug)}>Suggest a change</a>
        </p>
      )}
      <p className="print:hidden">
        <a href={paths.caseStudyAsWord(slug)} rel="nofollow">
          Get it as a Word file
        </a>
      </p>
    </AsideGroup>
  );
}

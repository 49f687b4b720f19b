import { FactsStrip } from "#components/case-study/facts-strip.tsx";
import { PeopleBox } from "#components/case-study/people-box.tsx";
import { Sections } from "#components/case-study/sections.tsx";
import { Intro } from "#components/site/intro.tsx";
import { Page } from "#components/site/page.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { longDate, monthNamed, monthOf } from "#components/ui/words.ts";
import type { CaseStudyPage } from "#lib/data/directory/case-studies.ts";
import { paths } from "#lib/http/paths.ts";
import { Aside } from "./aside.tsx";

export type CaseStudyProps = CaseStudyPage & {
  /** How many case studies its council has published. */
  fromCouncil: number;
};

/** One case study: what it came to, then its words, with the facts beside them. */
export function CaseStudy(props: CaseStudyProps) {
  const { slug, template, answers, facts, topics, pictures, documents, withdrawn } = props;
  const [topic] = topics;
  const above =
    topic &&
    [topic.parent ?? topic, ...(topic.parent ? [topic] : [])].map((one) => ({
      name: one.name,
      path: paths.topic(one.slug),
    }));
  return (
    <Page
      title={facts.title}
      description={facts.summary}
      canonical={paths.caseStudy(slug)}
      indexed={!withdrawn}
      section="case-studies"
    >
      <article>
        <Intro
          heading={facts.title}
          lead={facts.summary}
          trail={[{ name: "Case studies", path: paths.listing() }, ...(above ?? [])]}
        >
          <FactsStrip template={template} facts={facts} />
        </Intro>
        <div className="band grid gap-x-14 gap-y-10 pt-10 desktop:grid-cols-[minmax(0,1fr)_18rem]">
          <div className="min-w-0">
            <Warnings {...props} />
            <PeopleBox template={template} text={facts.people} />
            {facts.source && <Source url={facts.source.url} month={facts.sourceMonth} />}
            <Sections template={template} answers={answers} facts={facts} pictures={pictures} documents={documents} />
          </div>
          <Aside {...props} />
        </div>
      </article>
    </Page>
  );
}

function Warnings({ withdrawn, overdue, publishedAt, contact }: CaseStudyProps) {
  if (withdrawn) {
    return (
      <div className="mb-8">
        <Notice heading={`Withdrawn on ${longDate(withdrawn.at)}`}>
          <p>{withdrawn.reason}</p>
        </Notice>
      </div>
    );
  }
  if (!overdue) return null;
  return (
    <div className="mb-8">
      <Notice heading={`Published in ${monthOf(publishedAt)} and due for review`}>
        <p>
          Nobody has checked lately whether it is still right.{" "}
          {contact ? "Ask the contact before relying on its figures." : "Check its figures before relying on them."}
        </p>
      </Notice>
    </div>
  );
}

/** A signpost's text lives elsewhere. */
function Source({ url, month }: { url: string; month: string | null }) {
  return (
    <section aria-labelledby="source" className="max-w-prose">
      <h2 id="source" className="mb-3">
        Published elsewhere
      </h2>
      <p>
        This is a signpost: the text is published by somebody else, <a href={url}>at {new URL(url).hostname}</a>.
        {month && ` Published there in ${monthNamed(month)}.`}
      </p>
    </section>
  );
}

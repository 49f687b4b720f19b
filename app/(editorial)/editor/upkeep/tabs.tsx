import { ContactRow } from "#components/review/upkeep/contact-row.tsx";
import { FollowUpRow } from "#components/review/upkeep/follow-up-row.tsx";
import { LinkRows } from "#components/review/upkeep/link-rows.tsx";
import { TypedText } from "#components/template/typed-text.tsx";
import { NumberedPages } from "#components/ui/numbered-pages.tsx";
import { counted, longDate } from "#components/ui/words.ts";
import type { DoubtedContact } from "#lib/data/upkeep/contacts.ts";
import { followUpsPerPage, listFollowUps, type countFollowUps } from "#lib/data/upkeep/follow-ups.ts";
import { linksPerPage, listLinksToMend, type countLinks } from "#lib/data/upkeep/links.ts";
import { paths } from "#lib/http/paths.ts";
import type { Answer } from "../answer.ts";

interface FollowUpsProps {
  counts: Awaited<ReturnType<typeof countFollowUps>>;
  page: number;
  answer: Answer;
}

/** What councils say happened next: what waits for an editor, and what readers see. */
export async function FollowUps({ counts: { waiting, published }, page, answer }: FollowUpsProps) {
  const { about, words } = answer.typed;
  const now = new Date();
  const followUps = await listFollowUps(page);
  return (
    <>
      {about && !followUps.some(({ id }) => id === about) && <TypedText typed={{ words }} />}
      {followUps.length === 0 && page > 1 && <NoSuchPage first={paths.upkeep()} />}
      {followUps.length === 0 && page === 1 && (
        <p className="max-w-prose pt-6">
          Nothing waits. One and three years after a case study was published, whoever answers for it is asked what
          happened next; what they write comes here first.
        </p>
      )}
      {followUps.length > 0 && (
        <ol className="[list-style-type:'']">
          {followUps.map((followUp) => (
            <FollowUpRow
              key={followUp.id}
              followUp={followUp}
              now={now}
              page={page}
              typed={about === followUp.id ? answer.typed : undefined}
              errors={answer.errors}
            />
          ))}
        </ol>
      )}
      <NumberedPages
        page={page}
        last={Math.ceil((waiting + published) / followUpsPerPage)}
        to={(number) => `${paths.upkeep()}?page=${number}`}
      />
    </>
  );
}

const NoSuchPage = ({ first }: { first: string }) => (
  <p className="pt-6">
    There is no such page. <a href={first}>Go to the first one</a>
  </p>
);

/** Contacts whom letters do not reach, or who do not answer them. */
export function Contacts({ contacts }: { contacts: readonly DoubtedContact[] }) {
  if (!contacts.length)
    return (
      <p className="max-w-prose pt-6">
        Every contact that was written to is there. Those whose letters come back, and those who do not answer before a
        review, are listed here before readers are no longer shown them.
      </p>
    );
  return (
    <ol className="[list-style-type:'']">
      {contacts.map((contact) => (
        <ContactRow key={contact.contactId} contact={contact} />
      ))}
    </ol>
  );
}

interface LinksProps {
  counts: Awaited<ReturnType<typeof countLinks>>;
  page: number;
}

/** Links of published case studies that lead nowhere, or somewhere else for good. */
export async function Links({ counts: { broken, moved, checkedAt, followed }, page }: LinksProps) {
  const links = await listLinksToMend(page);
  const byCaseStudy = [...Map.groupBy(links, ({ caseStudyId }) => caseStudyId)];
  return (
    <>
      <p className="max-w-prose pt-6">
        {followed
          ? "Every night this site follows the links of what is published"
          : "This site does not follow the links of what is published. Whoever runs it can have it done every night"}
        {checkedAt
          ? `${followed ? ", last" : ". The last time was"} on ${longDate(checkedAt)}. ` +
            `${counted(broken, "link does", "links do")} not work, and ${counted(moved, "has", "have")} moved for good.`
          : followed
            ? ". It has not been done yet: look again tomorrow."
            : "."}
      </p>
      {links.length > 0 && (
        <ol className="[list-style-type:'']">
          {byCaseStudy.map(([caseStudyId, own]) => (
            <LinkRows key={caseStudyId} links={own} />
          ))}
        </ol>
      )}
      {links.length === 0 && page > 1 && <NoSuchPage first={paths.upkeep("links")} />}
      <NumberedPages
        page={page}
        last={Math.ceil((broken + moved) / linksPerPage)}
        to={(number) => `${paths.upkeep("links")}&page=${number}`}
      />
    </>
  );
}

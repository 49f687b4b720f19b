import { howLong, keptAboutPeople } from "#lib/domain/people/kept.ts";
import { paths } from "#lib/http/paths.ts";
import { contactEmail, draftDays } from "#lib/http/site.ts";

/**
 * Says, before anything is asked, what becomes of what somebody is about to type about themselves: a row of the page on privacy.
 *
 * @param about the row's key
 * @throws Error when the page has no such row
 */
export function PrivacyNote({ about }: { about: string }) {
  const row = keptAboutPeople(draftDays).find(({ key }) => key === about);
  if (!row) throw new Error(`The page on privacy has no row ${about}`);
  return (
    <div data-privacy={about} className="mb-8 max-w-prose border-l-4 border-line pl-4 text-small">
      <p>
        <b>We keep:</b> {lower(row.what)}. <b>Why:</b> {lower(row.why)}. Our lawful basis is{" "}
        {row.basis === "consent" ? "your consent" : "public task"}. <b>Who sees it:</b> {lower(row.seenBy)}.{" "}
        <b>How long:</b> {lower(howLong(row))}.
      </p>
      <p>
        <a href={`${paths.privacy}#your-rights`}>Your rights</a>, or write to{" "}
        <a href={`mailto:${contactEmail}`}>{contactEmail}</a>.
      </p>
    </div>
  );
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

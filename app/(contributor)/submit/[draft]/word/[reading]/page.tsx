import { PrivatePage } from "#components/site/private-page.tsx";
import { DraftGone } from "#components/template/draft-gone.tsx";
import { DraftSent } from "#components/template/draft-sent.tsx";
import { LeftInTheFile } from "#components/word/left-in-the-file.tsx";
import { NotUnderstood } from "#components/word/not-understood.tsx";
import { ReadingNotice } from "#components/word/reading-notice.tsx";
import { SectionOfReading } from "#components/word/section-of-reading.tsx";
import { getNamedTerms } from "#lib/data/catalogue/terms/choices.ts";
import { listCouncilNames } from "#lib/data/directory/council-names.ts";
import { listAttached } from "#lib/data/files/files.ts";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { findDraft, findTrackToken, titleOf } from "#lib/data/submissions/drafts.ts";
import { findReading } from "#lib/data/submissions/word-readings.ts";
import { elsewhere, isEmpty, sectionsToChoose } from "#lib/domain/word/choices.ts";
import { isWithAuthor } from "#lib/domain/workflow/states.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";

/** What was read of a file beside what is in the form, to choose from. */
export default async function ReadingPage({ params, searchParams }: PageProps<"/submit/[draft]/word/[reading]">) {
  const { draft: token, reading: id } = await params;
  const draft = await findDraft(token);
  if (!draft) return <DraftGone />;
  if (!isWithAuthor(draft.state))
    return <DraftSent title={titleOf(draft)} trackToken={await findTrackToken(draft.versionId)} />;
  const found = await findReading(id, draft.versionId);
  if (!found)
    return (
      <PrivatePage title="What was read is no longer kept" caption={titleOf(draft)}>
        <p className="max-w-prose">
          Nothing in your draft has changed. <a href={paths.draftWord(token)}>Upload the file again</a>, or go back to{" "}
          <a href={paths.draft(token)}>all sections</a>.
        </p>
      </PrivatePage>
    );

  const address = paths.draftReading(token, id);
  const { reading, revision } = found;
  const attempt = await findAttempt(readText((await searchParams)["attempt"], 36), address);
  const [{ topic, support }, councils, files] = await Promise.all([
    getNamedTerms(),
    listCouncilNames(),
    listAttached(draft.caseStudyId),
  ]);
  const names = { topics: topic, supportTypes: support, councils, contact: draft.contact, files };
  const sections = sectionsToChoose(draft.template, draft.answers, draft.contact, reading);

  return (
    <PrivatePage title="What was read" caption={titleOf(draft) || "Your case study"}>
      <ReadingNotice limit={attempt?.errors["limit"]} changed={Boolean(attempt) || revision !== draft.revision} />
      <LeftInTheFile {...reading} />
      <p className="max-w-prose">
        {sections.length
          ? "Choose what to keep. Where the form was empty, what was read is chosen already; your own words stay unless you choose otherwise."
          : isEmpty(reading)
            ? "It has no answers yet. Write them into the file and upload it again, or into the form."
            : "Nothing in this file stands under a heading that the form has. Give its parts the headings of our template, and upload it again."}
      </p>
      <form method="post" action={`${address}/take`} encType="multipart/form-data" noValidate>
        <input type="hidden" name="basedOn" value={draft.revision} />
        {sections.map((one) => (
          <SectionOfReading
            key={one.section.key}
            {...one}
            names={names}
            chosen={(field) => attempt?.typed[field] as string | undefined}
            mixed={reading.mixed}
            pictureAt={(position) => paths.readingPicture(token, id, position)}
          />
        ))}
        {elsewhere(reading).length > 0 && (
          <section className="mt-12 border-t-[3px] border-ink pt-4" aria-labelledby="elsewhere">
            <h2 id="elsewhere" className="!text-h3">
              Not understood
            </h2>
            <p className="mt-2 max-w-prose">No question asks for this. Copy from it what you need.</p>
            <NotUnderstood parts={elsewhere(reading)} name="elsewhere" />
          </section>
        )}
        {sections.length > 0 && (
          <button type="submit" className="button mt-10">
            Put it into my draft
          </button>
        )}
      </form>
      <p className="mt-10">
        <a href={paths.draftWord(token)}>Upload another file</a>, or go back to{" "}
        <a href={paths.draft(token)}>all sections</a> without taking anything.
      </p>
    </PrivatePage>
  );
}

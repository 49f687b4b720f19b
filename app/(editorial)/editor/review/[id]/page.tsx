import { EditorPage } from "#components/review/editor-page.tsx";
import { DeskSection } from "#components/review/desk/desk-section.tsx";
import { ReadersSay } from "#components/review/desk/readers-say.tsx";
import { ShownEdits } from "#components/review/shown-edits.tsx";
import { ErrorSummary } from "#components/form/error-summary.tsx";
import { ErrorPage } from "#components/site/error-page.tsx";
import { TypedText } from "#components/template/typed-text.tsx";
import { requireEditor } from "#lib/auth/guards.ts";
import { visitDesk } from "#lib/commands/review/visit-desk.ts";
import { getNamedTerms } from "#lib/data/catalogue/terms/choices.ts";
import { listCouncilNames } from "#lib/data/directory/council-names.ts";
import { listTitles } from "#lib/data/directory/listings.ts";
import { listComparisons } from "#lib/data/review/comparisons.ts";
import { findDesk } from "#lib/data/review/desk.ts";
import { findShownEdits } from "#lib/data/review/edits.ts";
import { listOpenAbout } from "#lib/data/review/suggestions.ts";
import { listAttached } from "#lib/data/files/files.ts";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { listComments } from "#lib/data/submissions/comments.ts";
import { adviceFor } from "#lib/domain/advice/advice.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { sectionsToFill } from "#lib/domain/template/progress.ts";
import { mayComment, mayRevise } from "#lib/domain/workflow/decide.ts";
import { paths } from "#lib/http/paths.ts";
import { readDone } from "#lib/http/forms/decision.ts";
import { readText } from "#lib/http/read-text.ts";
import { Changes } from "./changes.tsx";
import { DeskCare } from "./desk-care.tsx";
import { DeskHead } from "./desk-head.tsx";
import { DeskOutside } from "./desk-outside.tsx";

/** What was done that is no move, as the address says it. */
const noted: Record<string, string> = {
  "still-right": "Noted as still right. The day by which it is to be looked at again is set anew",
  "not-done": "That could not be done: it was changed meanwhile. Below is how it stands now",
  corrected: "The correction is saved as a revision with your name",
  comment: "The comment is saved",
  "lead-term": "The lead term is set",
  asked: "A letter is on its way that asks whether it is still right",
  "asked-today": "A letter has been owed about it today already",
  "nobody-to-ask": "There is nobody to ask: it has no contact that letters reach, and no author",
  "review-by": "The day of review is set",
  "no-day": "The day of review was not changed: choose one from today on, within ten years",
};

/** One version on an editor's desk: its text, what there is to say about each section, and what can be done with it. */
export default async function ReviewPage({ params, searchParams }: PageProps<"/editor/review/[id]">) {
  const editor = await requireEditor();
  const { id } = await params;
  const desk = await findDesk(id);
  if (!desk) return <ErrorPage about={404} status={404} />;
  await visitDesk({ versionId: id, revision: desk.revision, personId: editor.id });

  const { template, answers, contact, subject, state } = desk;
  const maySay = mayComment(state, editor);
  const asked = await searchParams;
  const attempt = await findAttempt(readText(asked["attempt"], 36), paths.review(id));
  const { council } = factsOf(template, answers);
  const [{ topic, support }, councils, titles, comments, comparisons, shownEdits, open] = await Promise.all([
    getNamedTerms(),
    listCouncilNames(),
    listTitles(council),
    listComments(id),
    listComparisons(desk, editor.id),
    findShownEdits(id),
    listOpenAbout(desk.caseStudyId),
  ]);
  const names = { topics: topic, supportTypes: support, councils, contact };
  const known = { titles: titles.filter(({ slug }) => slug !== desk.slug) };
  const advice = adviceFor(template, answers, known, new Date());
  const files = {
    attached: await listAttached(desk.caseStudyId),
    address: (file: string, width?: number) => paths.reviewFile(id, file, width),
  };
  return (
    <EditorPage
      title={desk.title}
      caption={councils.find((one) => one.id === council)?.name}
      editor={editor}
      done={readDone(asked["done"]) ?? noted[readText(asked["noted"], 20)]}
      failed={attempt !== null || "fact-check" in asked}
    >
      {attempt && (
        <ErrorSummary
          errors={[
            {
              field: maySay ? `comment-${String(attempt.typed["section"])}` : "typed",
              message: attempt.errors["text"] ?? "",
            },
          ]}
        />
      )}
      {attempt && !maySay && <TypedText typed={{ text: attempt.typed["text"] }} />}
      <DeskHead desk={desk} editor={editor} />
      {shownEdits && (
        <div className="mb-8">
          <ShownEdits {...shownEdits} />
        </div>
      )}
      <ReadersSay caseStudyId={desk.caseStudyId} open={open} now={new Date()} />
      <Changes desk={desk} comparisons={comparisons} chosen={readText(asked["changes"], 20)} />
      {sectionsToFill(template).map((section) => (
        <DeskSection
          key={section.key}
          section={section}
          answers={answers}
          names={names}
          files={files}
          advice={advice.filter((one) => one.section === section.key)}
          comments={comments.filter((one) => one.section === section.key)}
          correct={mayRevise(subject, editor) ? paths.reviewEdit(id, section.key) : null}
          comment={maySay ? paths.reviewComment(id) : null}
          attempt={attempt?.typed["section"] === section.key ? typedComment(attempt) : null}
        />
      ))}
      <DeskOutside
        desk={desk}
        editor={editor}
        attempt={readText(asked["fact-check"], 36)}
        asked={readText(asked["fact-check-asked"], 36)}
      />
      <DeskCare desk={desk} terms={{ topic, support }} />
    </EditorPage>
  );
}

const typedComment = ({ typed, errors }: NonNullable<Awaited<ReturnType<typeof findAttempt>>>) => ({
  text: String(typed["text"] ?? ""),
  toCouncil: typed["toCouncil"] === true,
  error: errors["text"],
});

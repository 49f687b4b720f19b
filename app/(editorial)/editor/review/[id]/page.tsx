import { EditorPage } from "#components/review/editor-page.tsx";
import { DeskSection } from "#components/review/desk/desk-section.tsx";
import { ReadersSay } from "#components/review/desk/readers-say.tsx";
import { ShownEdits } from "#components/review/shown-edits.tsx";
import { ErrorSummary } from "#components/form/error-summary.tsx";
import { MissingPage } from "#components/review/missing-page.tsx";
import { Overtaken } from "#components/review/overtaken.tsx";
import { TypedText } from "#components/template/typed-text.tsx";
import { requireEditor } from "#lib/auth/guards.ts";
import { visitDesk } from "#lib/commands/review/visit-desk.ts";
import { getNamedTerms } from "#lib/data/catalogue/terms/choices.ts";
import { listCouncilNames } from "#lib/data/directory/council-names.ts";
import { listTitles } from "#lib/data/directory/listings.ts";
import { findOvertaken, listComparisons } from "#lib/data/review/comparisons.ts";
import { findDesk } from "#lib/data/review/desk.ts";
import { findShownEdits } from "#lib/data/review/edits.ts";
import { listOpenAbout } from "#lib/data/review/suggestions.ts";
import { listAttached } from "#lib/data/files/files.ts";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { listComments } from "#lib/data/submissions/comments.ts";
import { adviceFor } from "#lib/domain/advice/advice.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { isPast, isShown } from "#lib/domain/workflow/states.ts";
import { sectionsToFill } from "#lib/domain/template/progress.ts";
import { mayComment, mayRevise } from "#lib/domain/workflow/decide.ts";
import { readNote } from "#lib/domain/workflow/desk-notes.ts";
import { paths } from "#lib/http/paths.ts";
import { readDone } from "#lib/http/forms/decision.ts";
import { readText } from "#lib/http/read-text.ts";
import { NotDone } from "../../outcome.tsx";
import { Changes } from "./changes.tsx";
import { DeskCare } from "./desk-care.tsx";
import { DeskHead } from "./desk-head.tsx";
import { DeskOutside } from "./desk-outside.tsx";
import { StillMissing } from "./still-missing.tsx";

/** One version on an editor's desk: its text, what there is to say about each section, and what can be done with it. */
export default async function ReviewPage({ params, searchParams }: PageProps<"/editor/review/[id]">) {
  const editor = await requireEditor();
  const { id } = await params;
  const desk = await findDesk(id);
  if (!desk) return <MissingPage editor={editor} />;
  await visitDesk({ versionId: id, revision: desk.revision, personId: editor.id });

  const { template, answers, contact, subject, state } = desk;
  const maySay = mayComment(state, editor);
  const asked = await searchParams;
  const note = readNote(readText(asked["noted"], 20), state);
  const attempt = await findAttempt(readText(asked["attempt"], 36), paths.review(id));
  const { council } = factsOf(template, answers);
  const [{ topic, support }, councils, titles, comments, comparisons, shownEdits, open] = await Promise.all([
    getNamedTerms(),
    listCouncilNames(),
    listTitles(council, desk.caseStudyId),
    listComments(id),
    listComparisons(desk, editor.id),
    findShownEdits(id),
    listOpenAbout(desk.caseStudyId),
  ]);
  const overtaken = isPast(state) || isShown(state) ? null : await findOvertaken(desk);
  const names = { topics: topic, supportTypes: support, councils, contact };
  const advice = adviceFor(template, answers, { titles }, new Date());
  const files = {
    attached: await listAttached(desk.caseStudyId),
    address: (file: string, width?: number) => paths.reviewFile(id, file, width),
  };
  return (
    <EditorPage
      title={desk.title}
      caption={councils.find((one) => one.id === council)?.name}
      editor={editor}
      done={readDone(asked["done"]) ?? note.done}
      failed={attempt !== null || "fact-check" in asked || Boolean(note.notDone)}
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
      <NotDone reasons={note.notDone ? [note.notDone] : []} />
      <DeskHead desk={desk} editor={editor} />
      <StillMissing desk={desk} editor={editor} />
      {overtaken && (
        <Overtaken at={overtaken.at}>
          <a href={`${paths.review(id)}?changes=published#changes`}>See what differs from it</a>
        </Overtaken>
      )}
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

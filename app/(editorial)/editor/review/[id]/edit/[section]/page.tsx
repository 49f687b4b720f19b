import { ErrorSummary } from "#components/form/error-summary.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { MissingPage } from "#components/review/missing-page.tsx";
import { QuestionField } from "#components/template/question-field.tsx";
import { StaleText } from "#components/template/stale-text.tsx";
import type { FilesShown } from "#components/template/fields/files-field.tsx";
import { TooLarge } from "#components/template/too-large.tsx";
import { TypedText } from "#components/template/typed-text.tsx";
import { requireEditor } from "#lib/auth/guards.ts";
import { getNamedTerms } from "#lib/data/catalogue/terms/choices.ts";
import { listCouncilNames } from "#lib/data/directory/council-names.ts";
import { findDesk } from "#lib/data/review/desk.ts";
import { listAttached } from "#lib/data/files/files.ts";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { addField } from "#lib/domain/template/file-answers.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { withUnknownIn } from "#lib/data/submissions/drafts.ts";
import { unknownCouncilsIn } from "#lib/domain/template/council-answers.ts";
import { gapsIn, unreachableIn } from "#lib/domain/template/progress.ts";
import { questionFor } from "#lib/domain/template/templates.ts";
import { mayRevise } from "#lib/domain/workflow/decide.ts";
import { readMoved } from "#lib/http/forms/moved-file.ts";
import { refusedIn } from "#lib/http/forms/refused-files.ts";
import { textsOf } from "#lib/http/forms/texts-of.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";

/** An editor corrects a section. What they save is a revision of their own. */
export default async function EditPage({ params, searchParams }: PageProps<"/editor/review/[id]/edit/[section]">) {
  const editor = await requireEditor();
  const { id, section: key } = await params;
  const desk = await findDesk(id);
  const section = desk?.template.sections.find((one) => one.key === key);
  const address = paths.reviewEdit(id, key);
  const asked = await searchParams;
  const attempt = await findAttempt(readText(asked["attempt"], 36), address);
  if (!desk && attempt)
    return (
      <EditorPage title="This case study is not here any more" editor={editor}>
        <p className="prose">It was erased meanwhile, so your correction was not saved.</p>
        <TypedText typed={textsOf(attempt.typed)} />
      </EditorPage>
    );
  if (!desk || !section) return <MissingPage editor={editor} />;
  const back = <a href={`${paths.review(id)}#${key}`}>{desk.title}</a>;
  if (!mayRevise(desk.subject, editor)) {
    return (
      <EditorPage title="This text cannot be corrected now" caption={back} editor={editor}>
        <p className="prose">Only what is in review can be corrected. Somebody may have moved it on meanwhile.</p>
        <TypedText typed={attempt ? textsOf(attempt.typed) : undefined} />
      </EditorPage>
    );
  }
  const answers = attempt ? ({ ...desk.answers, ...attempt.typed } as Answers) : desk.answers;
  const [{ topic, support }, councils] = await Promise.all([getNamedTerms(), listCouncilNames()]);
  const names = { topics: topic, supportTypes: support, councils, contact: desk.contact };
  const contactKey = questionFor(desk.template, "contact")?.key ?? "";
  const typedContact = attempt?.typed["contactTyped"] as typeof desk.contact | undefined;
  const contact = typedContact ?? desk.contact;
  const named = answers[contactKey] === undefined && Object.values(typedContact ?? {}).some(Boolean);
  const given = named ? { ...answers, [contactKey]: anyId } : answers;
  const gaps = await withUnknownIn(
    section,
    [
      ...gapsIn(desk.template, section, given),
      ...unknownCouncilsIn(section, answers, councils),
      ...(contactKey in given ? unreachableIn(section, contact) : []),
    ],
    { ...desk, answers },
  );
  const errors = gaps.map(({ question, at, message }) => ({ field: [question, ...at].join("."), message }));
  const takesFiles = section.questions.some(({ kind }) => kind === "files");
  const refused = refusedIn(attempt);
  for (const [question, messages] of Object.entries(refused))
    errors.push(...messages.map((message) => ({ field: addField(question), message })));
  const files = {
    attached: takesFiles ? await listAttached(desk.caseStudyId) : [],
    address: (file: string, width?: number) => paths.reviewFile(id, file, width),
    typed: attempt?.typed["newFiles"] as FilesShown["typed"],
    refused,
    moved: readMoved(asked["moved"]),
  };
  return (
    <EditorPage title={`Correct: ${section.title}`} caption={back} editor={editor} failed={errors.length > 0}>
      <ErrorSummary errors={errors} />
      {attempt?.errors["saved"] === "too-large" && <TooLarge />}
      {attempt?.errors["saved"] === "stale" && (
        <StaleText section={section} saved={desk.answers} savedAt={desk.savedAt} names={names} by={desk.writer?.name} />
      )}
      <p className="prose mb-8">
        What you save is a new revision with your name. Another editor then has to accept and publish it.
      </p>
      <form
        method="post"
        action={takesFiles ? `${address}/attach` : `${address}/save`}
        encType={takesFiles ? "multipart/form-data" : undefined}
        noValidate
      >
        {/* Enter in a box presses the first button of a form: not one that takes a row away. */}
        <button type="submit" name="do" value="save" tabIndex={-1} aria-hidden="true" className="sr-only">
          Save
        </button>
        <input type="hidden" name="basedOn" value={desk.revision} />
        {section.questions.map((question) => (
          <QuestionField
            key={question.key}
            question={question}
            answer={answers[question.key]}
            contact={contact}
            gaps={gaps}
            choices={{ topics: topic, supportTypes: support, councils }}
            heading={section.title}
            files={files}
          />
        ))}
        <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-4">
          <button type="submit" name="do" value="save" className="button">
            Save the correction
          </button>
          <a href={`${paths.review(id)}#${key}`}>Back without saving</a>
        </div>
      </form>
      {takesFiles && <script type="module" src="/js/attach.js" />}
    </EditorPage>
  );
}

/** A contact that was typed answers its question, whatever its row will be called. */
const anyId = "00000000-0000-4000-8000-000000000000";

import { ErrorSummary } from "#components/form/error-summary.tsx";
import { ErrorPage } from "#components/site/error-page.tsx";
import { PrivatePage } from "#components/site/private-page.tsx";
import { Comments } from "#components/template/comments.tsx";
import { DraftGone } from "#components/template/draft-gone.tsx";
import { DraftSent } from "#components/template/draft-sent.tsx";
import { QuestionField } from "#components/template/question-field.tsx";
import type { FilesShown } from "#components/template/fields/files-field.tsx";
import { TooLarge } from "#components/template/too-large.tsx";
import { StaleText } from "#components/template/stale-text.tsx";
import { listAttached } from "#lib/data/files/files.ts";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { getNamedTerms } from "#lib/data/catalogue/terms/choices.ts";
import { listCouncilNames } from "#lib/data/directory/council-names.ts";
import { listCommentsToCouncil } from "#lib/data/submissions/comments.ts";
import { findDraft, findTrackToken, listGaps, titleOf, withUnknownIn } from "#lib/data/submissions/drafts.ts";
import { addField } from "#lib/domain/template/file-answers.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { unknownCouncilsIn } from "#lib/domain/template/council-answers.ts";
import { misfitsIn, unreachableIn } from "#lib/domain/template/progress.ts";
import { isWithAuthor } from "#lib/domain/workflow/states.ts";
import { readMoved } from "#lib/http/forms/moved-file.ts";
import { refusedIn } from "#lib/http/forms/refused-files.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";

/** One section of a draft. What was saved and does not fit is said here; what is missing is said when the reader comes from checking. */
export default async function SectionPage({ params, searchParams }: PageProps<"/submit/[draft]/[section]">) {
  const { draft: token, section: key } = await params;
  const draft = await findDraft(token);
  if (!draft) return <DraftGone />;
  if (!isWithAuthor(draft.state))
    return <DraftSent title={titleOf(draft)} trackToken={await findTrackToken(draft.versionId)} />;
  const section = draft.template.sections.find((one) => one.key === key);
  if (!section) return <ErrorPage about={404} status={404} />;

  const asked = await searchParams;
  const address = paths.draftSection(token, key);
  const attempt = await findAttempt(readText(asked["attempt"], 36), address);
  const answers = attempt ? ({ ...draft.answers, ...attempt.typed } as Answers) : draft.answers;
  const contact = (attempt?.typed["contactTyped"] as typeof draft.contact | undefined) ?? draft.contact;
  const own = new Set(section.questions.map((question) => question.key));
  const [{ topic, support }, councils] = await Promise.all([getNamedTerms(), listCouncilNames()]);
  const gaps =
    "check" in asked || "gaps" in asked
      ? (await listGaps(draft)).filter(({ question }) => own.has(question))
      : await withUnknownIn(
          section,
          [
            ...misfitsIn(section, answers),
            ...unknownCouncilsIn(section, answers, councils),
            ...(contact?.email ? unreachableIn(section, contact) : []),
          ],
          { ...draft, answers },
        );
  const order = section.questions.map((question) => question.key);
  gaps.sort((one, other) => order.indexOf(one.question) - order.indexOf(other.question));
  const fromCheck = "check" in asked || asked["from"] === "check";
  const errors = gaps.map(({ question, at, message }) => ({ field: [question, ...at].join("."), message }));
  const choices = { topics: topic, supportTypes: support, councils };
  const comments = (await listCommentsToCouncil(draft.versionId)).filter((comment) => comment.section === key);
  const takesFiles = section.questions.some(({ kind }) => kind === "files");
  const refused = refusedIn(attempt);
  for (const [question, messages] of Object.entries(refused))
    errors.push(...messages.map((message) => ({ field: addField(question), message })));
  const files = {
    attached: takesFiles ? await listAttached(draft.caseStudyId) : [],
    address: (id: string, width?: number) => paths.draftFile(token, id, width),
    typed: attempt?.typed["newFiles"] as FilesShown["typed"],
    refused,
    moved: readMoved(asked["moved"]),
  };
  const formatted = section.questions.some(({ kind }) => kind === "markdown");

  return (
    <PrivatePage title={section.title} caption={titleOf(draft)} failed={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <Comments comments={comments} />
      {attempt?.errors["saved"] === "too-large" && <TooLarge />}
      {attempt?.errors["saved"] === "stale" && (
        <StaleText
          section={section}
          saved={draft.answers}
          savedAt={draft.savedAt}
          names={{ topics: topic, supportTypes: support, councils, contact: draft.contact, files: files.attached }}
        />
      )}
      <form
        method="post"
        action={takesFiles ? `${address}/attach` : `${address}/save`}
        encType={takesFiles ? "multipart/form-data" : undefined}
        noValidate
        data-autosave={`${address}/save`}
      >
        {/* Enter in a box presses the first button of a form: not one that takes a row away. */}
        <button type="submit" name="do" value="continue" tabIndex={-1} aria-hidden="true" className="sr-only">
          Save and continue
        </button>
        <input type="hidden" name="basedOn" value={draft.revision} />
        {fromCheck && <input type="hidden" name="from" value="check" />}
        {section.questions.map((question) => (
          <QuestionField
            key={question.key}
            question={question}
            answer={answers[question.key]}
            contact={contact}
            gaps={gaps}
            choices={choices}
            files={files}
            preview={"preview" in asked}
            heading={section.title}
          />
        ))}
        <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-4">
          <button type="submit" name="do" value="continue" className="button">
            Save and continue
          </button>
          {formatted && (
            <button type="submit" name="do" value="preview" className="link-button">
              Save and preview
            </button>
          )}
          <button type="submit" name="do" value="leave" className="link-button">
            Save and leave
          </button>
        </div>
        <p role="status" data-saved="" className="sticky bottom-0 mt-3 w-fit bg-paper py-1 text-small text-soft" />
      </form>
      {takesFiles && <script type="module" src="/js/attach.js" />}
    </PrivatePage>
  );
}

import { ErrorSummary } from "#components/form/error-summary.tsx";
import { FieldGroup } from "#components/form/field.tsx";
import { GapLinks } from "#components/form/gap-links.tsx";
import { PrivatePage } from "#components/site/private-page.tsx";
import { AdviceList } from "#components/template/advice-list.tsx";
import { AnswerList } from "#components/template/answer-list.tsx";
import { Overtaken } from "#components/review/overtaken.tsx";
import { DraftGone } from "#components/template/draft-gone.tsx";
import { DraftSent } from "#components/template/draft-sent.tsx";
import { QuestionField } from "#components/template/question-field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { getNamedTerms } from "#lib/data/catalogue/terms/choices.ts";
import { findOvertaken } from "#lib/data/review/comparisons.ts";
import { listCouncilNames } from "#lib/data/directory/council-names.ts";
import { listTitles } from "#lib/data/directory/listings.ts";
import { listAttached } from "#lib/data/files/files.ts";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { findAskedChanges, findDraft, findTrackToken, listGaps, titleOf } from "#lib/data/submissions/drafts.ts";
import { adviceFor } from "#lib/domain/advice/advice.ts";
import { declarationsOf } from "#lib/domain/template/declarations.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { sectionOf, sectionsToFill } from "#lib/domain/template/progress.ts";
import { isWithAuthor } from "#lib/domain/workflow/states.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { placeOfGap } from "../place-of-gap.ts";
import { NotSent } from "./not-sent.tsx";
import { ReplyField } from "./reply-field.tsx";

/** Everything that was answered, what is still missing, what could be better, and the button that sends it. */
export default async function CheckPage({ params, searchParams }: PageProps<"/submit/[draft]/check">) {
  const token = (await params).draft;
  const draft = await findDraft(token);
  if (!draft) return <DraftGone />;
  if (!isWithAuthor(draft.state))
    return <DraftSent title={titleOf(draft)} trackToken={await findTrackToken(draft.versionId)} />;

  const { template, answers, contact, authorEmail } = draft;
  const [{ topic, support }, councils] = await Promise.all([getNamedTerms(), listCouncilNames()]);
  const names = { topics: topic, supportTypes: support, councils, contact };
  const files = {
    attached: await listAttached(draft.caseStudyId),
    address: (id: string, width?: number) => paths.draftFile(token, id, width),
  };
  const declarations = declarationsOf(template);
  const overtaken = await findOvertaken(draft);
  const asked = await searchParams;
  const tried = "tried" in asked;
  const attempt = await findAttempt(readText(asked["attempt"], 36), paths.draftCheck(token));
  const gaps = await listGaps(draft);
  const missing = gaps.map((gap) => {
    const { question, at, message } = gap;
    const section = sectionOf(template, question);
    const own = section?.key === declarations?.key;
    return {
      field: [question, ...at].join("."),
      message,
      ...(own ? {} : { path: placeOfGap(token, template, gap) }),
    };
  });
  if (!authorEmail)
    missing.push({ field: "email", message: "Enter your work e-mail address", path: paths.draftEmail(token) });
  const tooLong = attempt?.errors["reply"];
  const errors = [...(tried ? missing : []), ...(tooLong ? [{ field: "reply", message: tooLong }] : [])];
  const askedChanges = await findAskedChanges(draft);
  // What is declared is asked for below.
  const elsewhere = missing.flatMap(({ message, path }) => (path ? [{ message, path }] : []));

  return (
    <PrivatePage title="Check your answers" caption={titleOf(draft)} failed={errors.length > 0}>
      <ErrorSummary errors={errors} />
      {overtaken && (
        <Overtaken at={overtaken.at}>
          <a href={paths.caseStudy(overtaken.slug)}>See what is published now</a>
        </Overtaken>
      )}
      <NotSent because={attempt?.errors["sent"]} savedAt={draft.savedAt} />
      {!tried && elsewhere.length > 0 && (
        <div className="mb-8 max-w-prose">
          <Notice heading="Still to do before you can send it">
            <GapLinks gaps={elsewhere} />
          </Notice>
        </div>
      )}
      <AdviceList
        advice={adviceFor(
          template,
          answers,
          { titles: await listTitles(factsOf(template, answers).council, draft.caseStudyId) },
          new Date(),
        )}
        to={(section) => paths.draftSection(token, section)}
        update={paths.suggest}
        isWhole={elsewhere.length === 0}
      />
      {sectionsToFill(template).map((section) => (
        <section key={section.key} aria-labelledby={section.key} className="mb-10">
          <h2 id={section.key} className="mb-2 !text-h3">
            {section.title}
          </h2>
          <AnswerList
            section={section}
            answers={answers}
            names={names}
            files={files}
            change={({ key }) => `${paths.draftSection(token, section.key)}?from=check#${key}`}
          />
        </section>
      ))}
      <h2 className="mb-4 !text-h3">Send it</h2>
      <form method="post" action={`${paths.draft(token)}/send`} noValidate>
        <input type="hidden" name="basedOn" value={draft.revision} />
        {declarations?.questions.map((question) => (
          <QuestionField
            key={question.key}
            question={question}
            answer={(attempt?.typed ?? answers)[question.key]}
            contact={contact}
            gaps={tried ? gaps : []}
            choices={{ topics: topic, supportTypes: support, councils }}
          />
        ))}
        <FieldGroup
          id="showEdits"
          label="Editing"
          optional
          help="Editors may correct spelling and shorten. They never change what you claim without asking."
        >
          <label className="flex gap-3">
            <input
              type="checkbox"
              name="showEdits"
              value="yes"
              defaultChecked={attempt ? attempt.typed["showEdits"] === true : draft.showEdits}
              className="mt-1 size-6 shrink-0 accent-house"
            />
            Show me the edited text before you publish it.
          </label>
        </FieldGroup>
        {askedChanges && (
          <ReplyField
            value={String(attempt?.typed["reply"] ?? "")}
            error={tooLong}
            isUnchanged={draft.savedAt <= askedChanges.at}
          />
        )}
        <button type="submit" className="button">
          Send to the editors
        </button>
      </form>
      <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2">
        <a href={paths.draftPreview(token)}>Preview</a>
        <a href={paths.draft(token)}>All sections</a>
      </p>
    </PrivatePage>
  );
}

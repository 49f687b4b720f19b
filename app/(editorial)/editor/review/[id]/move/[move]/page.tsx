import { ErrorSummary } from "#components/form/error-summary.tsx";
import { CommentsToGo } from "#components/review/desk/comments-to-go.tsx";
import { LetterPreview } from "#components/review/desk/letter-preview.tsx";
import { MoveFields } from "#components/review/desk/move-fields.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { MissingPage } from "#components/review/missing-page.tsx";
import { requireEditor } from "#lib/auth/guards.ts";
import { previewLetter } from "#lib/commands/letters/preview-letter.ts";
import { listEditors } from "#lib/data/people/people.ts";
import { listFactChecks } from "#lib/data/review/fact-checks.ts";
import { findDesk } from "#lib/data/review/desk.ts";
import { findOvertaken } from "#lib/data/review/comparisons.ts";
import { findSeen } from "#lib/data/review/visits.ts";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { listCommentsToCouncil } from "#lib/data/submissions/comments.ts";
import { londonTime, shownAt } from "#lib/domain/london-time.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { sectionOf } from "#lib/domain/template/progress.ts";
import { labelOf, questionFor } from "#lib/domain/template/templates.ts";
import { asksReason, decide } from "#lib/domain/workflow/decide.ts";
import { isSaidInLetter, moveWords } from "#lib/domain/workflow/desk-words.ts";
import type { Move } from "#lib/domain/workflow/moves.ts";
import { readMove } from "#lib/http/forms/decision.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { EvidenceToConfirm } from "#components/review/evidence-to-confirm.tsx";
import { Overtaken } from "#components/review/overtaken.tsx";
import { FactsOutstanding } from "#components/review/facts-outstanding.tsx";
import { StillMissing } from "../../still-missing.tsx";
import { NotNow } from "./not-now.tsx";

type Desk = NonNullable<Awaited<ReturnType<typeof findDesk>>>;

/** What the council says its claims rest on, and where that can be corrected. */
function evidenceIn({ versionId, template, answers }: Desk) {
  const question = questionFor(template, "evidence")?.key;
  const section = question === undefined ? null : sectionOf(template, question);
  const evidence = labelOf(template, "evidence", factsOf(template, answers).evidence);
  return { evidence, change: paths.reviewEdit(versionId, section?.key ?? "") };
}

/** Moves after which the facts are settled. */
const goesOn: readonly Move[] = ["accept", "schedule", "publish"];

/** One move before it is made: what it asks for, the letter it sends, and the button. */
export default async function MovePage({ params, searchParams }: PageProps<"/editor/review/[id]/move/[move]">) {
  const editor = await requireEditor();
  const { id, move: named } = await params;
  const [desk, move] = [await findDesk(id), readMove(named)];
  if (!desk || !move) return <MissingPage editor={editor} />;

  const address = paths.reviewMove(id, move);
  const tried = readText((await searchParams)["attempt"], 36);
  const attempt = await findAttempt(tried, address);
  const [day, time] = desk.publishAt ? shownAt(desk.publishAt) : ["", "09:00"];
  const blank = { reason: "", assignee: "", day, time, redirectTo: "", newAddress: desk.newAddress };
  const typed = { ...blank, ...attempt?.typed } as typeof blank;
  const { moved, ...errors } = attempt?.errors ?? {};
  const decision = decide(desk.subject, move, editor, new Date(), "a reason");
  const { verb, means } = moveWords[move];
  const notNow = { desk, editor, verb, typed: attempt?.typed };
  if (!decision.ok) return <NotNow {...notNow} refusal={decision.reason} />;
  const seen = await findSeen(id, editor.id);
  if (seen !== null && seen < desk.revision)
    return <NotNow {...notNow} refusal="stale" goOn={attempt && `${address}?attempt=${tried}`} />;

  const preview = await previewLetter({
    ...{ versionId: id, move, to: decision.value.state, actor: editor },
    ...{ reason: typed.reason || "Your reason stands here.", assigneeId: typed.assignee || undefined },
    publishAt: londonTime(typed.day, typed.time),
  });
  const reasoned = asksReason(desk.subject, move, editor);
  const overtaken = goesOn.includes(move) ? await findOvertaken(desk) : null;
  const editors = (await listEditors()).filter((one) => one.id !== desk.assignee?.id);
  return (
    <EditorPage
      title={verb}
      caption={<a href={paths.review(id)}>{desk.title}</a>}
      editor={editor}
      failed={Boolean(moved) || Object.keys(errors).length > 0}
    >
      <ErrorSummary
        errors={[
          ...(moved ? [{ field: "make", message: moved }] : []),
          ...Object.entries(errors).map(([field, message]) => ({ field, message })),
        ]}
      />
      <p className="prose mb-8">{means}</p>
      {goesOn.includes(move) && <StillMissing desk={desk} editor={editor} />}
      {overtaken && (
        <Overtaken at={overtaken.at}>
          <a href={`${paths.review(id)}?changes=published#changes`}>See what differs from it</a>
        </Overtaken>
      )}
      {move === "accept" && <EvidenceToConfirm {...evidenceIn(desk)} />}
      {goesOn.includes(move) && (
        <FactsOutstanding
          checks={await listFactChecks(id)}
          latestRevision={desk.revision}
          words={`${paths.review(id)}#fact-check`}
        />
      )}
      <form method="post" action={paths.reviewDecide(id)} noValidate>
        <input type="hidden" name="basedOn" value={desk.revision} />
        <input type="hidden" name="move" value={move} />
        <MoveFields
          move={move}
          typed={typed}
          errors={errors}
          asksReason={reasoned}
          editors={editors}
          hasAddress={desk.hasAddress}
        />
        <h2 id="letter" className="mb-3 !text-h3">
          The letter it sends
        </h2>
        {move === "handOver" && !preview ? (
          <p className="text-soft">Choose an editor to see the letter to them.</p>
        ) : (
          <LetterPreview to={preview?.to ?? []} letter={preview?.letter ?? null} />
        )}
        {move === "requestChanges" && (
          <CommentsToGo sections={desk.template.sections} comments={await listCommentsToCouncil(id)} />
        )}
        <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-4">
          <button type="submit" id="make" className="button">
            {verb}
          </button>
          {isSaidInLetter(move, reasoned) && (preview || move === "handOver") && (
            <button type="submit" name="do" value="preview" className="link-button">
              Show the letter with what I typed
            </button>
          )}
          <a href={paths.review(id)}>Back without doing it</a>
        </div>
      </form>
    </EditorPage>
  );
}

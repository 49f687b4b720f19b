import { DeskMoves } from "#components/review/desk/desk-moves.tsx";
import { longDate, listed, timeOf } from "#components/ui/words.ts";
import type { Editor } from "#lib/auth/guards.ts";
import type { Desk } from "#lib/data/review/desk.ts";
import { listVisitors } from "#lib/data/review/visits.ts";
import { holderWords } from "#lib/domain/queue/holder.ts";
import { referenceOf } from "#lib/domain/reference.ts";
import { movesFor, wrote } from "#lib/domain/workflow/decide.ts";
import { eventNames, stateNames } from "#lib/domain/workflow/editor-words.ts";
import { paths } from "#lib/http/paths.ts";

const minute = 60_000;
/** For how long somebody who opened a page is taken to have it open. */
const presence = 15 * minute;

/** Where a version stands, who has it, and what can be done with it now. */
export async function DeskHead({ desk, editor }: { desk: Desk; editor: Editor }) {
  const now = new Date();
  const { versionId, subject, revision } = desk;
  const moves = movesFor(subject, editor, now);
  const others = await listVisitors(versionId, editor.id, new Date(now.getTime() - presence));
  const holder = holderWords(desk.state, desk.assignee && { ...desk.assignee, name: nameOf(desk.assignee) }, editor.id);
  return (
    <section aria-labelledby="stands" className="mb-8 max-w-[60rem] border-l-[6px] border-house bg-tint px-5 py-4">
      <h2 id="stands" className="!text-h3">
        {[stateNames[desk.state], holder].filter(Boolean).join(", ")}
      </h2>
      <Facts desk={desk} now={now} />
      {others.length > 0 && (
        <p className="mt-2 font-bold">
          Also opened by {listed(others.map(({ name, at }) => `${name} (${timeOf(at)})`))}
        </p>
      )}
      {wrote(subject, editor) && (
        <p className="mt-2">
          {moves.includes("publish")
            ? "You wrote some of this text. If you publish it yourself, a colleague is asked to look at it afterwards."
            : "You wrote some of this text, so another editor has to accept and publish it."}
        </p>
      )}
      <DeskMoves id={versionId} revision={revision} moves={moves} />
    </section>
  );
}

function Facts({ desk, now }: { desk: Desk; now: Date }) {
  const { given, reply, sentAt, publishAt, suspicion, author } = desk;
  const facts = [
    ["Reference", referenceOf(desk.versionId)],
    ["Author", author ? [author.name, author.email].filter(Boolean).join(", ") : "Not known"],
    sentAt && ["Sent", longDate(sentAt)],
    publishAt && [
      publishAt < now ? "Was to be published" : "To be published",
      `${longDate(publishAt)} at ${timeOf(publishAt)}`,
    ],
    suspicion && ["Suspected because", suspicion],
    [
      "Last changed",
      `${longDate(desk.savedAt)} at ${timeOf(desk.savedAt)}, revision ${desk.revision}${desk.writer ? `, by ${nameOf(desk.writer)}` : ""}`,
    ],
    given && [
      "The reason given last",
      `${given.reason}\n${eventNames[given.kind]}, ${longDate(given.at)}${given.by ? `, by ${nameOf(given.by)}` : ""}`,
    ],
    reply && ["The council’s answer", `${reply.text}\n${longDate(reply.at)}`],
  ].filter((fact): fact is [string, string] => Boolean(fact));
  return (
    <dl className="mt-2 grid gap-x-4 tablet:grid-cols-[auto_1fr]">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-soft">{name}</dt>
          <dd className="whitespace-pre-wrap">{value}</dd>
        </div>
      ))}
      <div className="contents">
        <dt className="text-soft">See also</dt>
        <dd>
          <a href={paths.reviewPreview(desk.versionId)}>As readers will see it</a> ·{" "}
          <a href={paths.reviewAsWord(desk.versionId)}>As a Word file</a>
          {" · "}
          <a href={paths.caseStudyHistory(desk.caseStudyId)}>Everything that happened to it</a>
          {desk.slug && (
            <>
              {" · "}
              <a href={paths.caseStudy(desk.slug)}>Its page</a>
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}

const nameOf = ({ name, email }: { name: string; email: string }) => name || email;

import { randomUUID } from "node:crypto";
import { Comments } from "#components/template/comments.tsx";
import { PrivatePage } from "#components/site/private-page.tsx";
import { RenewLink } from "#components/site/renew-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Status } from "#components/ui/status.tsx";
import { counted, longDate } from "#components/ui/words.ts";
import { findShownEdits, findToldEdits } from "#lib/data/review/edits.ts";
import { listCommentsToCouncil } from "#lib/data/submissions/comments.ts";
import { findTracked, type Tracked } from "#lib/data/submissions/tracking.ts";
import { getUsualDays } from "#lib/data/usual-days.ts";
import { referenceOf } from "#lib/domain/reference.ts";
import { movesFor } from "#lib/domain/workflow/decide.ts";
import { isSentBack, isWithAuthor } from "#lib/domain/workflow/states.ts";
import { backWords, eventWords, stateWords } from "#lib/domain/workflow/words.ts";
import { paths } from "#lib/http/paths.ts";
import { EditsToKnow, EditsToRead } from "./edits-to-read.tsx";

/** Where a submission stands, what has happened to it, and what its author can do. */
export default async function TrackPage({ params, searchParams }: PageProps<"/track/[token]">) {
  const token = (await params).token;
  const tracked = await findTracked(token);
  if (!tracked) {
    return (
      <PrivatePage title="This submission cannot be found">
        <p className="prose">
          Its link may have been cut when it was copied, or replaced by a newer one, or what it led to was deleted. Open
          the newest e-mail from us, or <a href={paths.askForMyCaseStudies}>have your links sent to you</a>.
        </p>
      </PrivatePage>
    );
  }
  const edits = await findShownEdits(tracked.versionId);
  const told = await findToldEdits(tracked.versionId);
  const { name, means } = tracked.backWithEditor ? backWords : stateWords[tracked.state];
  return (
    <PrivatePage title={tracked.title} caption={`Submission ${referenceOf(tracked.versionId)}`}>
      {"late" in (await searchParams) && (
        <Status className="mb-6 max-w-prose font-bold">
          It was not taken back: it had moved on by then. Below is where it stands now.
        </Status>
      )}
      <section aria-labelledby="state" className="max-w-prose border-l-[6px] border-house bg-tint px-5 py-4">
        <h2 id="state" className="!text-h3">
          {name}
        </h2>
        <p className="mt-1">{means}</p>
        <Waiting ahead={tracked.ahead} usual={await getUsualDays()} />
      </section>
      {isSentBack(tracked.state) && <AskedChanges tracked={tracked} />}
      {edits && <EditsToRead edits={edits} path={paths.trackEdits(token)} />}
      {told !== null && <EditsToKnow path={paths.trackEdits(token)} inHand={isWithAuthor(tracked.state)} />}
      <Unconfirmed tracked={tracked} token={token} sentAgain={"sent" in (await searchParams)} />
      <NextSteps tracked={tracked} token={token} />
      <h2 className="mt-12 mb-3 !text-h3">What has happened</h2>
      <ol className="max-w-prose border-t-[3px] border-ink">
        {tracked.events.toReversed().map(({ kind, at, reason }) => (
          <li key={`${kind} ${at.toISOString()}`} className="border-b border-line py-3">
            <p>
              <b>{eventWords[kind]}</b> <span className="text-soft">{longDate(at)}</span>
            </p>
            {reason && (
              <blockquote className="mt-1 border-l-4 border-line pl-4 whitespace-pre-wrap">{reason}</blockquote>
            )}
          </li>
        ))}
      </ol>
      <RenewLink
        path={paths.track(token)}
        formKey={randomUUID()}
        renewed={"renewed" in (await searchParams)}
        mailed={tracked.authorEmail !== null}
      />
      <p className="mt-10">
        <a href={paths.trackErase(token)}>Delete everything about me</a>
      </p>
    </PrivatePage>
  );
}

/** What the editor asked, then what they wrote beside sections. */
async function AskedChanges({ tracked: { versionId, template, events } }: { tracked: Tracked }) {
  const asked = events.findLast(({ kind }) => kind === "requestChanges");
  return (
    <>
      {asked && (
        <div className="mt-8 max-w-prose">
          <Notice heading={`An editor asked for changes on ${longDate(asked.at)}`}>
            <blockquote className="whitespace-pre-wrap">{asked.reason}</blockquote>
          </Notice>
        </div>
      )}
      <Comments comments={await listCommentsToCouncil(versionId)} sections={template.sections} />
    </>
  );
}

function Waiting({ ahead, usual }: { ahead: number | null; usual: number | null }) {
  if (ahead === null) return null;
  return (
    <p className="mt-1">
      {ahead === 0
        ? "It is the next in the queue."
        : `${counted(ahead, "submission was", "submissions were")} sent before it.`}
      {usual !== null && ` Half of all decisions are made within ${counted(usual, "day", "days")}.`}
    </p>
  );
}

/** While the letter that confirms has not been answered: where it went, and what to do if it did not come. */
function Unconfirmed({ tracked, token, sentAgain }: { tracked: Tracked; token: string; sentAgain: boolean }) {
  const holder = { kind: "holder", versionId: tracked.versionId } as const;
  if (!movesFor(tracked.subject, holder, new Date()).includes("confirm")) return null;
  return (
    <form method="post" action={`${paths.track(token)}/send-again`} className="mt-6 max-w-prose">
      <Status>
        The e-mail {sentAgain ? "is on its way again to" : "went to"} <b>{tracked.authorEmail}</b>. Is that not right?
        Take it back below, change the address and send it again.
      </Status>
      <button type="submit" className="link-button mt-2">
        Send the e-mail again
      </button>
    </form>
  );
}

function NextSteps({ tracked, token }: { tracked: Tracked; token: string }) {
  const holder = { kind: "holder", versionId: tracked.versionId } as const;
  const allowed = movesFor(tracked.subject, holder, new Date());
  return (
    <div className="mt-8 flex flex-wrap items-center gap-5">
      {allowed.includes("submit") && tracked.draftToken && (
        <a href={paths.draft(tracked.draftToken)} className="button">
          Change it and send it again
        </a>
      )}
      {tracked.draftToken && (
        <a href={paths.draftPreview(tracked.draftToken)}>
          {isWithAuthor(tracked.state) ? "Read it as it is now" : "Read what you sent"}
        </a>
      )}
      {tracked.slug && <a href={paths.caseStudy(tracked.slug)}>See it on the site</a>}
      {allowed.includes("takeBack") && !allowed.includes("submit") && (
        <details className="basis-full">
          <summary className="link-button">Take it back</summary>
          <form method="post" action={`${paths.track(token)}/take-back`} className="mt-3 max-w-prose">
            <p>
              It becomes a draft again, with all you wrote, and no editor reads it. Once you send it again, it waits
              from the beginning.
            </p>
            <button type="submit" className="button mt-3">
              Take it back now
            </button>
          </form>
        </details>
      )}
    </div>
  );
}

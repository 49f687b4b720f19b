import { PrivatePage } from "#components/site/private-page.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { longDate, monthOf } from "#components/ui/words.ts";
import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { findMine, type Mine, type OwnPublished, type OwnVersion } from "#lib/data/submissions/mine.ts";
import { isSentBack } from "#lib/domain/workflow/states.ts";
import { stateWords } from "#lib/domain/workflow/words.ts";
import { contactEmail } from "#lib/http/site.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { OwnAlert } from "./own-alert.tsx";
import { OwnList } from "./own-list.tsx";

/** A person's drafts, submissions and published case studies, what is due, and their alerts. */
export default async function MinePage({ params, searchParams }: PageProps<"/my-case-studies/[token]">) {
  const token = (await params).token;
  const notStarted = whyNot.get(readText((await searchParams)["next"], 20));
  const mine = await findMine(token);
  if (!mine) {
    return (
      <PrivatePage title="This link cannot be used">
        <p className="prose">
          It works for a week. <a href={paths.askForMyCaseStudies}>Have a new one sent to you</a>
        </p>
      </PrivatePage>
    );
  }
  const { drafts, sent, published, removed, alerts } = mine;
  // Whoever is here for alerts alone has sent nothing and is shown no empty lists of it.
  const wrote = alerts.length === 0 || [drafts, sent, published, removed].some((list) => list.length > 0);
  return (
    <PrivatePage title={wrote ? "Your case studies" : "Your alerts"} failed={notStarted !== undefined}>
      {notStarted && (
        <div role="alert" className="mb-8 max-w-prose">
          <Notice heading="No next version was started">
            <p>
              {notStarted} Write to <a href={`mailto:${contactEmail}`}>{contactEmail}</a> if that is a mistake.
            </p>
          </Notice>
        </div>
      )}
      {wrote && <Written mine={mine} token={token} />}
      {alerts.length > 0 && <Alerts alerts={alerts} />}
      <p className="mt-10">
        <a href={paths.startDraft}>Start {wrote ? "another" : "a"} case study</a>
      </p>
      <p className="mt-6 text-small">
        <a href={paths.copy(token)}>Get a copy of what we hold about you</a> ·{" "}
        <a href={paths.erase(token)}>Delete everything about me</a>
      </p>
    </PrivatePage>
  );
}

/** Why no next version could be started. */
const whyNot = new Map([
  ["taken-down", "Its page has been taken down, so there is nothing to begin from."],
  ["not-confirmed", "An editor no longer has you down for its council."],
]);

async function Alerts({ alerts }: Pick<Mine, "alerts">) {
  const catalogue = await getCatalogue();
  return (
    <OwnList heading="Alerts" items={alerts} none="">
      {(alert) => <OwnAlert alert={alert} catalogue={catalogue} />}
    </OwnList>
  );
}

function Written({ mine: { drafts, sent, published, removed }, token }: { mine: Mine; token: string }) {
  return (
    <>
      <OwnList heading="Drafts" items={drafts} none="You have no draft.">
        {(draft) => <Draft draft={draft} />}
      </OwnList>
      <OwnList heading="Sent" items={sent} none="Nothing is with the editors.">
        {(version) => <Sent version={version} />}
      </OwnList>
      <OwnList heading="Published" items={[...published, ...removed]} none="Nothing is published yet.">
        {(one) => ("slug" in one ? <Published one={one} token={token} /> : <Sent version={one} />)}
      </OwnList>
    </>
  );
}

function Draft({ draft: { title, state, savedAt, draftToken, trackToken } }: { draft: OwnVersion }) {
  const asked = isSentBack(state);
  return (
    <>
      <p>
        {draftToken ? <a href={paths.draft(draftToken)}>{title || "No title yet"}</a> : title}
        {asked && <b> {stateWords[state].name}</b>}
      </p>
      <p className="text-small text-soft">
        Saved {longDate(savedAt)}
        {asked && trackToken && (
          <>
            {" · "}
            <a href={paths.track(trackToken)}>What the editor asks</a>
          </>
        )}
      </p>
    </>
  );
}

function Sent({ version: { title, state, savedAt, trackToken } }: { version: OwnVersion }) {
  return (
    <>
      <p>{trackToken ? <a href={paths.track(trackToken)}>{title}</a> : title}</p>
      <p className="text-small text-soft">
        {stateWords[state].name} · last changed {longDate(savedAt)}
      </p>
    </>
  );
}

function Published({ one, token }: { one: OwnPublished; token: string }) {
  return (
    <>
      <p>
        <a href={paths.caseStudy(one.slug)}>{one.title}</a>
      </p>
      <p className="text-small text-soft">
        {one.overdue && one.reviewBy && <b>Review was due in {monthOf(one.reviewBy)}. </b>}
        {!one.overdue && one.reviewBy && `Next review ${monthOf(one.reviewBy)}`}
      </p>
      {one.mayUpdate ? (
        <form method="post" action={`${paths.myCaseStudies(token)}/next`} className="mt-1">
          <input type="hidden" name="caseStudy" value={one.caseStudyId} />
          <button type="submit" className="link-button">
            Start its next version<span className="sr-only">: {one.title}</span>
          </button>
        </form>
      ) : (
        <p className="mt-1">
          <a href={paths.suggest(one.slug)}>
            Suggest a change<span className="sr-only">: {one.title}</span>
          </a>
        </p>
      )}
    </>
  );
}

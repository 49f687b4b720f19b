import { randomUUID } from "node:crypto";
import { PrivatePage } from "#components/site/private-page.tsx";
import { RenewLink } from "#components/site/renew-link.tsx";
import { Overtaken } from "#components/review/overtaken.tsx";
import { DraftGone } from "#components/template/draft-gone.tsx";
import { DraftSent } from "#components/template/draft-sent.tsx";
import { TaskList } from "#components/template/task-list.tsx";
import { Status } from "#components/ui/status.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RefusedPictures } from "#components/word/refused-pictures.tsx";
import { FilledNotice } from "#components/word/filled-notice.tsx";
import { longDate } from "#components/ui/words.ts";
import { findOvertaken } from "#lib/data/review/comparisons.ts";
import { listCouncilNames } from "#lib/data/directory/council-names.ts";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { listCommentsToCouncil } from "#lib/data/submissions/comments.ts";
import {
  findAskedChanges,
  findDraft,
  findTrackToken,
  listGaps,
  listUnknownIn,
  titleOf,
} from "#lib/data/submissions/drafts.ts";
import { findOrigin } from "#lib/data/submissions/origins.ts";
import { isOptional, sectionsToFill, stateOf } from "#lib/domain/template/progress.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { isUnsent, isWithAuthor } from "#lib/domain/workflow/states.ts";
import { stateWords } from "#lib/domain/workflow/words.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { placeOfGap } from "./place-of-gap.ts";

export default async function TaskListPage({ params, searchParams }: PageProps<"/submit/[draft]">) {
  const token = (await params).draft;
  const draft = await findDraft(token);
  const unsaved = await findAttempt(readText((await searchParams)["attempt"], 36), paths.draft(token));
  if (!draft) return <DraftGone typed={unsaved?.typed} />;
  if (!isWithAuthor(draft.state))
    return (
      <DraftSent title={titleOf(draft)} trackToken={await findTrackToken(draft.versionId)} typed={unsaved?.typed} />
    );

  const { template, answers, authorEmail, versionId } = draft;
  const origin = await findOrigin(versionId);
  const comments = await listCommentsToCouncil(versionId);
  const asked = await findAskedChanges(draft);
  const lead = factsOf(template, answers).council;
  const council = (await listCouncilNames()).find(({ id }) => id === lead)?.name ?? lead;
  const unknown = await listUnknownIn(draft);
  const overtaken = await findOvertaken(draft);
  const tasks = sectionsToFill(template).map((section) => ({
    name: section.title,
    path: paths.draftSection(token, section.key),
    state: stateOf(template, section, answers, { contact: draft.contact, unknown }),
    optional: isOptional(section),
    comments: comments.filter((comment) => comment.section === section.key).length,
  }));
  const named = readText((await searchParams)["filled"], 200).split(",");
  const filled = template.sections.filter(({ key }) => named.includes(key)).map(({ title }) => title);
  return (
    <PrivatePage
      title={titleOf(draft) || "Your case study"}
      caption={[isUnsent(draft.state) ? "Draft" : stateWords[draft.state].name, council].filter(Boolean).join(" · ")}
    >
      <div className="max-w-prose">
        {"mailed" in (await searchParams) && authorEmail && (
          <Status className="mb-8 border-l-[6px] border-house bg-tint px-5 py-3 font-bold">
            The link to this draft is on its way to {authorEmail}.
          </Status>
        )}
        {overtaken && (
          <Overtaken at={overtaken.at}>
            <a href={paths.caseStudy(overtaken.slug)}>See what is published now</a>
          </Overtaken>
        )}
        {asked && (
          <div className="mb-8">
            <Notice heading={`An editor asked for changes on ${longDate(asked.at)}`}>
              <blockquote className="whitespace-pre-wrap">{asked.reason}</blockquote>
            </Notice>
          </div>
        )}
        {filled.length > 0 && (
          <div className="mb-8">
            <FilledNotice
              filled={filled}
              missing={(await listGaps(draft)).map((gap) => ({
                message: gap.message,
                path: placeOfGap(token, template, gap),
              }))}
            />
          </div>
        )}
        {unsaved?.errors["pictures"] && (
          <div className="mb-8">
            <RefusedPictures
              messages={unsaved.errors["pictures"].split("\n")}
              back={paths.draftReading(token, readText((await searchParams)["from"], 36))}
            />
          </div>
        )}
        {origin.fromEditors && (
          <p className="mb-6">
            {origin.imported ? (
              <a href={paths.importedDrafts()}>Other imported drafts</a>
            ) : (
              <a href={paths.caseStudyHistory(draft.caseStudyId)}>Back to the editors’ side</a>
            )}
          </p>
        )}
        {!authorEmail && !origin.fromEditors && (
          <div className="mb-8">
            <Notice heading="Keep the way back to this draft">
              <p>
                Without your e-mail address, this page’s address is the only way back.{" "}
                <a href={paths.draftEmail(token)}>Have the link sent to you</a>
              </p>
            </Notice>
          </div>
        )}
        <TaskList tasks={tasks} />
        <p className="mt-6">
          <a href={paths.draftWord(token)}>Fill it from a Word file</a>, or{" "}
          <a href={paths.draftAsWord(token)}>get this draft as a Word file</a>
        </p>
        {(authorEmail || origin.fromEditors) && (
          <>
            <h2 className="mt-10 mb-3 !text-h3">
              {origin.fromEditors ? "Its author’s e-mail address" : "Your e-mail address"}
            </h2>
            <p>
              {authorEmail &&
                (origin.mailed
                  ? `The link to this draft was sent to ${authorEmail}. `
                  : `This draft is in the name of ${authorEmail}. Nobody has been written to about it. `)}
              <a href={paths.draftEmail(token)}>{authorEmail ? "Change it" : "Give an address"}</a>
            </p>
          </>
        )}
        <p className="mt-8 flex flex-wrap gap-5">
          <a href={paths.draftCheck(token)} className="button">
            Check and send
          </a>
          <a href={paths.draftPreview(token)} className="self-center">
            Preview
          </a>
        </p>
        <RenewLink
          path={paths.draft(token)}
          formKey={randomUUID()}
          renewed={"renewed" in (await searchParams)}
          mailed={authorEmail !== null}
        />
        <p className="mt-10 flex flex-wrap gap-x-6 gap-y-2">
          {isUnsent(draft.state) && <a href={paths.draftDelete(token)}>Delete this draft</a>}
          <a href={paths.draftErase(token)}>Delete everything about me</a>
        </p>
      </div>
    </PrivatePage>
  );
}

import { EditorPage } from "#components/review/editor-page.tsx";
import { TypedText } from "#components/template/typed-text.tsx";
import { longDate, timeOf } from "#components/ui/words.ts";
import type { Editor } from "#lib/auth/guards.ts";
import type { Desk } from "#lib/data/review/desk.ts";
import type { Refusal } from "#lib/domain/workflow/decide.ts";
import { refusalWords } from "#lib/domain/workflow/desk-words.ts";
import { eventNames, stateNames } from "#lib/domain/workflow/editor-words.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  desk: Desk;
  editor: Editor;
  verb: string;
  refusal: Refusal | "stale";
  /** What was typed for it, so that it can be copied. */
  typed: Record<string, unknown> | undefined;
  /** Where the move can be made once what changed has been read, with what was typed for it. Null where nothing was. */
  goOn?: string | null;
}

/** A move that cannot be made any more, because somebody was there first, or not by this editor, or not yet: they have not read the text. */
export function NotNow({ desk, editor, verb, refusal, typed, goOn }: Props) {
  return (
    <EditorPage title={`Not possible now: ${verb.toLowerCase()}`} caption={desk.title} editor={editor}>
      <div className="prose">
        <p>{refusalWords[refusal]}</p>
        {refusal === "stale" ? <Written desk={desk} goOn={goOn} /> : <Stands desk={desk} />}
      </div>
      <TypedText typed={{ reason: typed?.["reason"] }} />
    </EditorPage>
  );
}

function Stands({ desk: { versionId, state, last } }: Pick<Props, "desk">) {
  const { kind, at, by, reason } = last;
  return (
    <>
      <p>
        It is: <b>{stateNames[state].toLowerCase()}</b>. The last thing that happened: “{eventNames[kind]}”
        {by && ` – ${by.name || by.email}`}, {longDate(at)} at {timeOf(at)}.
      </p>
      {reason && <blockquote className="whitespace-pre-wrap">{reason}</blockquote>}
      <p>
        <a href={paths.review(versionId)}>See it as it is now</a>
      </p>
    </>
  );
}

function Written({ desk: { versionId, writer, savedAt }, goOn }: Pick<Props, "desk" | "goOn">) {
  return (
    <>
      <p>
        It was saved{writer && ` by ${writer.name || writer.email}`} on {longDate(savedAt)} at {timeOf(savedAt)}.
      </p>
      <p>
        <a href={`${paths.review(versionId)}?changes=seen#changes`}>See what changed since you last had it open</a>
      </p>
      {goOn && (
        <p>
          Once you have read that, <a href={goOn}>go on from here</a>: what you typed is still there.
        </p>
      )}
    </>
  );
}

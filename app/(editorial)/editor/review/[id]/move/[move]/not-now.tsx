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
  refusal: Refusal;
  /** What was typed for it, so that it can be copied. */
  typed: Record<string, unknown> | undefined;
}

/** A move that cannot be made any more, because somebody was there first, or not by this editor. */
export function NotNow({ desk, editor, verb, refusal, typed }: Props) {
  const { kind, at, by, reason } = desk.last;
  return (
    <EditorPage title={`Not possible now: ${verb.toLowerCase()}`} caption={desk.title} editor={editor}>
      <div className="prose">
        <p>{refusalWords[refusal]}</p>
        <p>
          It is: <b>{stateNames[desk.state].toLowerCase()}</b>. The last thing that happened: “{eventNames[kind]}”
          {by && ` – ${by.name || by.email}`}, {longDate(at)} at {timeOf(at)}.
        </p>
        {reason && <blockquote className="whitespace-pre-wrap">{reason}</blockquote>}
        <p>
          <a href={paths.review(desk.versionId)}>See it as it is now</a>
        </p>
      </div>
      <TypedText typed={{ reason: typed?.["reason"] }} />
    </EditorPage>
  );
}

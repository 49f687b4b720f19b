import type { ReactNode } from "react";
import { lasting, longDate, monthOf, timeOf } from "#components/ui/words.ts";
import { referenceOf } from "#lib/domain/reference.ts";
import { missedItsTime } from "#lib/domain/queue/promise.ts";
import { writeShown } from "#lib/domain/queue/shown.ts";
import { isAssignable, isTakeable } from "#lib/domain/queue/tabs.ts";
import { stateNames } from "#lib/domain/workflow/editor-words.ts";
import { isAwaitingCouncil } from "#lib/domain/workflow/shown-edits.ts";
import type { State } from "#lib/domain/workflow/states.ts";
import { paths } from "#lib/http/paths.ts";
import { assignForm, takeForm } from "./queue-actions.tsx";
import { QueueFlags, type Flags } from "./queue-flags.tsx";

export interface RowProps extends Omit<Flags, "answerDue" | "missedItsTime"> {
  id: string;
  revision: number;
  title: string;
  council: string;
  state: State;
  editor: { id: string; name: string } | null;
  sentAt: Date;
  enteredAt: Date;
  publishAt: Date | null;
  authorId: string | null;
  answerBy: Date | null;
  reviewBy: Date | null;
}

interface Props {
  row: RowProps;
  /** Id of the editor who reads this. */
  me: string;
  now: Date;
  /** Whether anything in the list can be ticked, so that titles stand below each other. */
  ticks: boolean;
  /** What can be done about it right here, besides taking it. */
  children?: ReactNode;
}

/** One case study in the queue. */
export function QueueRow({ row, me, now, ticks, children }: Props) {
  const { id, title, state, editor } = row;
  const shown = writeShown(row);
  const name = title || "A case study without a title";
  return (
    <li id={`row-${id}`} className={ticks ? "queue-row pl-10" : "queue-row"}>
      <div className="min-w-0">
        {isAssignable(state) && (
          <label className="absolute top-3 left-0 p-1">
            <input type="checkbox" form={assignForm} name="version" value={shown} className="size-6 cursor-pointer" />
            <span className="sr-only">Choose {name}</span>
          </label>
        )}
        <h3 className="!text-body">
          <a href={paths.review(id)}>{name}</a>
        </h3>
        <p className="text-small text-soft">
          {row.council && `${row.council}\u00a0· `}
          <span className="whitespace-nowrap">{referenceOf(id)}</span>
        </p>
        <QueueFlags
          {...row}
          answerDue={isAwaitingCouncil(row, now) ? row.answerBy : null}
          missedItsTime={missedItsTime(row, now)}
        />
        {children}
      </div>
      <p className="text-small">
        <b className="desktop:block">{stateNames[state]}</b>{" "}
        <span className="text-soft">
          {momentOf(row, now)}
          {editor && !row.reviewBy && `, with ${editor.id === me ? "you" : editor.name}`}
        </span>
      </p>
      <p className="text-small text-soft">
        {row.reviewBy ? `Review by ${monthOf(row.reviewBy)}` : `Sent ${lasting(row.sentAt, now)} ago`}
      </p>
      {isTakeable(state, editor?.id ?? null, me) && (
        <p>
          <button type="submit" form={takeForm} name="take" value={shown} className="link-button font-bold">
            Take<span className="sr-only"> {name}</span>
          </button>
        </p>
      )}
    </li>
  );
}

function momentOf({ publishAt, reviewBy, enteredAt }: RowProps, now: Date): string {
  if (publishAt) return `for ${longDate(publishAt)}, ${timeOf(publishAt)}`;
  if (reviewBy) return longDate(enteredAt);
  return `for ${lasting(enteredAt, now)}`;
}

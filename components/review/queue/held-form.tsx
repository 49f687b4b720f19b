import { TextBox } from "#components/form/text-box.tsx";
import { paths } from "#lib/http/paths.ts";
import { writeShown } from "#lib/domain/queue/shown.ts";
import { longestReason } from "#lib/domain/queue/reason.ts";

interface Props {
  row: { id: string; revision: number; title: string; editor: { id: string } | null };
  /** The queue to come back to. */
  back: string;
  /** A reason that was refused, and what is wrong with it. */
  typed: string | undefined;
  error: string | undefined;
}

/** Decides about what the spam rules or an editor held. The reason is asked for, because its author is told. */
export function HeldForm({ row, back, typed, error }: Props) {
  const box = `reason-${row.id}`;
  return (
    <details open={typed !== undefined} className="mt-2 max-w-prose">
      <summary className="inline-block py-1 text-small text-link underline underline-offset-4">
        Decide<span className="sr-only"> about {row.title}</span>
      </summary>
      <form method="post" action={`${paths.queue()}/decide`} className="mt-2">
        <input type="hidden" name="back" value={back} />
        <input type="hidden" name="version" value={writeShown(row)} />
        <label htmlFor={box} className="block font-bold">
          Why
        </label>
        <p id={`${box}-help`} className="text-small text-soft">
          Whoever sent it gets this by letter, word for word.
        </p>
        {error && (
          <p id={`${box}-error`} className="mt-1 font-bold text-did-not-work">
            <span className="sr-only">Error: </span>
            {error}
          </p>
        )}
        <div className="mt-2">
          <TextBox
            id={box}
            name="reason"
            value={typed ?? ""}
            describedBy={error ? `${box}-help ${box}-error` : `${box}-help`}
            invalid={Boolean(error)}
            lines={3}
            max={longestReason}
          />
        </div>
        <div className="mt-3 flex flex-wrap gap-x-6 gap-y-2">
          <button type="submit" name="move" value="release" className="button">
            Not spam
          </button>
          <button type="submit" name="move" value="decline" className="link-button">
            Decline it
          </button>
        </div>
      </form>
    </details>
  );
}

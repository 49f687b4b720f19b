import { longDate, timeOf } from "#components/ui/words.ts";
import { paths } from "#lib/http/paths.ts";

interface Line {
  id: string;
  said: string;
  at: Date;
  by: string;
  undoneAt: Date | null;
  undoneBy: string;
}

/** What was changed of the catalogue, newest first, each with the way to undo it. */
export function ChangesList({ changes, labelledBy }: { changes: readonly Line[]; labelledBy: string }) {
  if (!changes.length) return <p className="border-t-[3px] border-ink pt-3 text-soft">Nothing has been changed yet.</p>;
  return (
    <ol aria-labelledby={labelledBy} className="border-t-[3px] border-ink [list-style-type:'']">
      {changes.map(({ id, said, at, by, undoneAt, undoneBy }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line py-2">
          <p className="min-w-0 break-words">
            {said}
            <span className="block text-small text-soft">
              {longDate(at)}, {timeOf(at)}, by {by}
              {undoneAt && ` · Undone ${longDate(undoneAt)}, ${timeOf(undoneAt)}, by ${undoneBy}`}
            </span>
          </p>
          {!undoneAt && (
            <a href={paths.catalogueUndo(id)} className="inline-block py-1 text-small">
              Undo<span className="sr-only">: {said}</span>
            </a>
          )}
        </li>
      ))}
    </ol>
  );
}

import { referenceOf } from "#lib/domain/reference.ts";
import { stateNames } from "#lib/domain/workflow/editor-words.ts";
import type { State } from "#lib/domain/workflow/states.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  /** What the reference number that was looked for stands for. Null where none was. */
  referred: readonly { id: string; title: string; state: State }[] | null;
  /** What the list shows by itself. */
  rows: readonly { id: string }[];
}

/** Where the case study is whose reference number was looked for: most have left the queue. */
export function QueueReference({ referred, rows }: Props) {
  if (!referred) return null;
  if (!referred.length) return <p className="pt-6">Nothing that was ever sent here has that reference number.</p>;
  return referred
    .filter(({ id }) => !rows.some((row) => row.id === id))
    .map(({ id, title, state }) => (
      <p key={id} className="pt-6">
        <b className="whitespace-nowrap">{referenceOf(id)}</b> is{" "}
        <a href={paths.review(id)}>{title ? `“${title}”` : "a case study without a title"}</a>,{" "}
        {stateNames[state].toLowerCase()}.
      </p>
    ));
}

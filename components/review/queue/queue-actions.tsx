import { paths } from "#lib/http/paths.ts";

export const takeForm = "take";
export const assignForm = "assign";

interface Props {
  /** The queue to come back to. */
  back: string;
  editors: readonly { id: string; name: string }[];
  /** Id of the editor who reads this. */
  me: string;
  /** What was wrong with a choice. */
  error: string | undefined;
}

/** Gives what is ticked to an editor. The boxes and the buttons to take stand in the rows and belong to these two forms. */
export function QueueActions({ back, editors, me, error }: Props) {
  const action = `${paths.queue()}/assign`;
  return (
    <div className="no-print border-b border-line py-3 text-small">
      <form id={takeForm} method="post" action={action}>
        <input type="hidden" name="back" value={back} />
        <input type="hidden" name="to" value={me} />
      </form>
      <form id={assignForm} method="post" action={action} className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <input type="hidden" name="back" value={back} />
        <label htmlFor="to">Give what is ticked to</label>
        <select
          id="to"
          name="to"
          defaultValue=""
          className="field !w-auto max-w-full"
          aria-describedby={error ? "to-error" : undefined}
          aria-invalid={Boolean(error) || undefined}
        >
          <option value="">Choose an editor</option>
          {editors.map(({ id, name }) => (
            <option key={id} value={id}>
              {id === me ? `${name} (you)` : name}
            </option>
          ))}
        </select>
        <button type="submit" className="button">
          Assign
        </button>
        {error && (
          <p id="to-error" className="w-full font-bold text-did-not-work">
            <span className="sr-only">Error: </span>
            {error}
          </p>
        )}
      </form>
    </div>
  );
}

import { Dotted } from "#components/ui/dotted.tsx";
import { longDate, timeOf } from "#components/ui/words.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  version: number;
  revision: number;
  at: Date;
  editor: { id: string; name: string } | null;
  /** Where what was changed can be read. */
  changes: string;
}

/** That an editor changed the text, as a line among what happened. */
export function Correction({ version, revision, at, editor, changes }: Props) {
  return (
    <li className="border-b border-line py-3">
      <p>
        <b>Corrected by an editor</b>: <a href={changes}>see what was changed</a>
      </p>
      <p className="text-small text-soft">
        <Dotted>
          {`${longDate(at)} at ${timeOf(at)}`}
          {editor ? (
            <a href={paths.historyWith({ person: editor.id })} className="quiet-link">
              {editor.name}
            </a>
          ) : (
            "Somebody whose details were deleted"
          )}
          {`version ${version}, revision ${revision}`}
        </Dotted>
      </p>
    </li>
  );
}

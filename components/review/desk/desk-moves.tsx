import { inOrder, moveWords } from "#lib/domain/workflow/desk-words.ts";
import type { Move } from "#lib/domain/workflow/moves.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  id: string;
  revision: number;
  /** What may be done now. */
  moves: readonly Move[];
}

/** Moves that ask and tell nobody anything, so that one press makes them. */
const atOnce: readonly Move[] = ["take", "unassign"];

/** What an editor can do with a version. Whatever writes to somebody shows the letter first. */
export function DeskMoves({ id, revision, moves }: Props) {
  return (
    <div className="no-print mt-4 flex flex-wrap items-center gap-x-5 gap-y-3">
      {inOrder(moves).map((move, index) =>
        atOnce.includes(move) ? (
          <form key={move} method="post" action={paths.reviewDecide(id)}>
            <input type="hidden" name="basedOn" value={revision} />
            <button type="submit" name="move" value={move} className={index === 0 ? "button" : "link-button"}>
              {moveWords[move].verb}
            </button>
          </form>
        ) : (
          <a key={move} href={paths.reviewMove(id, move)} className={index === 0 ? "button" : ""}>
            {moveWords[move].verb}
          </a>
        ),
      )}
    </div>
  );
}

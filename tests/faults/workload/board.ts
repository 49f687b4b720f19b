import type { Visitor } from "../web.ts";
import { isOver } from "./model.ts";
import type { Handle, History, Op } from "./history.ts";

export type Board = ReturnType<typeof createBoard>;

/** What all clients know together, and all that they did. */
export function createBoard() {
  const history: History = { handles: [], ops: [], looks: [], paused: 0 };
  return {
    history,
    /** Versions something can still be done with. */
    alive: () => history.handles.filter(({ state }) => !isOver(state)),
    add(handle: Omit<Handle, "number">): Handle {
      const known = history.handles.find(({ draft }) => draft === handle.draft);
      if (known) return known;
      const added = { ...handle, number: history.handles.length };
      history.handles.push(added);
      return added;
    },
    /** Does something and notes what became of it, also where nobody was told. */
    async note(
      { client, handle, kind, mark = "" }: Pick<Op, "client" | "kind"> & { handle: Handle; mark?: string },
      visitor: Visitor,
      act: () => Promise<Op["told"]>,
    ): Promise<Op["told"]> {
      const begun = { client, handle: handle.number, kind, mark, basedOn: handle.revision, invoked: Date.now() };
      const op: Op = { ...begun, responded: Infinity, again: true, told: "either" };
      history.ops.push(op);
      const before = visitor.retries();
      op.told = await act();
      op.again = visitor.retries() > before;
      op.responded = Date.now();
      return op.told;
    },
  };
}

import { changeStanding } from "./change-standing.ts";

/** Makes an editor or administrator a contributor again, without anybody's asking: only where that was decided before and is forgotten. */
export const takeRoleAway = (request: { personId: string; now?: Date }) =>
  changeStanding(
    { ...request, actor: null },
    { kind: "changeRole", to: ({ active }) => ({ role: "contributor", active }), detail: "contributor" },
  );

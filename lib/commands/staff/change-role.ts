import type { Role } from "#lib/domain/people/changes.ts";
import { changeStanding, type StandingRequest } from "./change-standing.ts";

/** Gives somebody another role. */
export const changeRole = ({ role, ...request }: StandingRequest & { role: Role }) =>
  changeStanding(request, { kind: "changeRole", to: ({ active }) => ({ role, active }), detail: role });

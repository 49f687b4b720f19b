import { changeStanding, type StandingRequest } from "./change-standing.ts";

/** Lets somebody in again, with the role they had. */
export const reactivatePerson = (request: StandingRequest) =>
  changeStanding(request, { kind: "reactivate", to: ({ role }) => ({ role, active: true }) });

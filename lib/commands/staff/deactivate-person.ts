import { changeStanding, type StandingRequest } from "./change-standing.ts";

/** Lets somebody in no longer. They keep their role and their place in history. */
export const deactivatePerson = (request: StandingRequest) =>
  changeStanding(request, { kind: "deactivate", to: ({ role }) => ({ role, active: false }) });

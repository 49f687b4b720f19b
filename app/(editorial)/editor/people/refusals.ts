import type { InviteRefusal } from "#lib/commands/staff/invite-person.ts";

/** Why a change was not made, in words for whoever asked for it. */
export const refusalWords: Record<InviteRefusal | "not-found", string> = {
  "not-allowed": "Only an administrator can change this.",
  "own-self": "You cannot change your own role or deactivate yourself. Ask another administrator.",
  "no-change": "It was so already: somebody else may have been quicker.",
  "not-found": "They are no longer here.",
  deactivated: "They were deactivated. Find them in the list and reactivate them.",
  "edits-already": "They edit already. Find them in the list to change their role.",
};

import type { UndoRefusal } from "#lib/commands/catalogue/undo-change.ts";

/** Why a change was not undone, for an editor. */
export const notUndone: Record<UndoRefusal, string> = {
  "not-allowed": "This is not for you to do.",
  "not-found": "There is no such change.",
  "undone-already": "This has been undone already.",
  "changed-since":
    "What it changed has been changed again since, so it cannot be put back as it was. Undo the later changes first, or change it by hand.",
  cannot:
    "It cannot be undone: case studies, drafts or their histories name what was added. It can be retired, so that no form offers it any more.",
};

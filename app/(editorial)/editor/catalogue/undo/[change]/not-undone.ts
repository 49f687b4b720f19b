import type { UndoRefusal } from "#lib/commands/catalogue/undo-change.ts";

const named =
  "It cannot be undone: case studies, drafts or their histories name what was added. It can be retired, so that no form offers it any more.";

/** Why a change was not undone, for an editor. @param subject what it was about */
export function notUndone(reason: UndoRefusal, subject = ""): string {
  switch (reason) {
    case "not-allowed":
      return "This is not for you to do.";
    case "not-found":
      return "There is no such change.";
    case "undone-already":
      return "This has been undone already.";
    case "changed-since":
      return "What it changed has been changed again since, so it cannot be put back as it was. Undo the later changes first, or change it by hand.";
    case "cannot":
      return subject === "topic" || subject === "supportType" ? named : "This kind of change cannot be undone.";
  }
}

import type { DetailsRefusal } from "./details.ts";
import type { Refusal } from "./decide.ts";
import type { Move } from "./moves.ts";

interface Words {
  /** On the button that leads to it and the one that does it. */
  verb: string;
  /** What it comes to, for whoever is about to press. */
  means: string;
  /** When it has been done. */
  done: string;
  /** What the reason is to say, where one is asked for. */
  reason?: string;
}

const toCouncil = "The council reads it word for word.";

/** The moves in an editor's words. */
export const moveWords: Record<Move, Words> = {
  submit: { verb: "Send", means: "It goes to the editors.", done: "Sent" },
  confirm: { verb: "Confirm", means: "It goes to the editors.", done: "Confirmed" },
  takeBack: { verb: "Take back", means: "It is a draft again.", done: "Taken back" },
  hold: {
    verb: "Put aside",
    means: "It leaves the queue until somebody has checked it. Its author’s page says that it is being looked at.",
    done: "Put aside",
    reason: "Say what has to be checked. Only editors see it.",
  },
  release: {
    verb: "Not spam",
    means: "It goes back to where it was, and is believed from now on.",
    done: "Released",
    reason: `Say what was checked. ${toCouncil}`,
  },
  take: { verb: "Take it", means: "It is yours to review.", done: "It is yours" },
  handOver: { verb: "Hand over", means: "Another editor goes on with it.", done: "Handed over" },
  unassign: { verb: "Put back in the queue", means: "Any editor can take it.", done: "Back in the queue" },
  requestChanges: {
    verb: "Ask for changes",
    means: "It goes back to the council with your reason and the comments written to them.",
    done: "Changes asked for",
    reason: `Say what has to change and why. ${toCouncil}`,
  },
  accept: {
    verb: "Accept",
    means: "The text is settled. It can then be published now or at a time.",
    done: "Accepted",
  },
  reopen: {
    verb: "Open again",
    means: "It goes back to review, so that the text can be changed.",
    done: "Opened again",
    reason: `Say why. ${toCouncil}`,
  },
  schedule: { verb: "Publish at a time", means: "It is published by itself at that time.", done: "The time is set" },
  unschedule: {
    verb: "Lift the time",
    means: "It stays accepted and is not published by itself.",
    done: "The time is lifted",
  },
  publish: { verb: "Publish now", means: "Everybody can read it at once.", done: "Published" },
  decline: {
    verb: "Decline",
    means: "It is not published. That is final for this version.",
    done: "Declined",
    reason: `Say why. ${toCouncil}`,
  },
  withdraw: {
    verb: "Withdraw",
    means: "Its page stays, with a notice and your reason. It leaves every list, count and feed.",
    done: "Withdrawn",
    reason: `Say why. ${toCouncil} Readers of the page see it too.`,
  },
  restore: {
    verb: "Show again",
    means: "The page is as it was before, and back in every list.",
    done: "Shown again",
    reason: `Say why. ${toCouncil}`,
  },
  unpublish: {
    verb: "Take down",
    means: "Its page is gone. Readers are told so, or sent to another page.",
    done: "Taken down",
    reason: `Say why. ${toCouncil}`,
  },
};

/** Whether a move asks for something that its letter says, so that the letter can be read with it before. */
export const isSaidInLetter = (move: Move, asksReason: boolean): boolean =>
  asksReason || move === "handOver" || move === "schedule";

/** What an editor is most likely to want comes first, what ends it last. */
const usual: readonly Move[] = [
  ...(["take", "release", "publish", "accept", "schedule", "requestChanges", "restore", "unschedule"] as const),
  ...(["reopen", "handOver", "unassign", "hold", "withdraw", "decline", "unpublish"] as const),
];

/** Moves in the order in which an editor thinks of them. */
export const inOrder = (moves: readonly Move[]): Move[] =>
  moves.toSorted((one, other) => usual.indexOf(one) - usual.indexOf(other));

/** Why a move was not made, as an editor is told. */
export const refusalWords: Record<
  Refusal | DetailsRefusal | "not-found" | "stale" | "incomplete" | "another-open",
  string
> = {
  "not-allowed": "This is not for you to do. Whoever wrote any of the text can neither accept nor publish it.",
  "wrong-state": "That is not possible as it stands. Somebody may have moved it on meanwhile.",
  "awaiting-council": "The council has been shown the edited text and still has time to answer.",
  "reason-missing": "Write the reason",
  "not-found": "It is no longer there.",
  stale: "The text has been changed since you opened it. Nothing was done.",
  incomplete: "Something in the text has to be put right first: its page says what.",
  "another-open": "Another version of this case study is open. That one has to be settled first.",
  "details-missing": "Choose what is asked for.",
  "redirect-elsewhere": "Enter the address of another page of this site, like /case-studies/night-buses",
};

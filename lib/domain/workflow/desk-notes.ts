import { stateNames } from "./editor-words.ts";
import { isShown, type State } from "./states.ts";

/** What was done on a desk that is no move, as the address says it. */
const doneNotes = {
  "still-right": "Noted as still right. The day by which it is to be looked at again is set anew",
  corrected: "The correction is saved as a revision with your name",
  comment: "The comment is saved",
  "lead-term": "The lead term is set",
  asked: "A letter is on its way that asks whether it is still right",
  "review-by": "The day of review is set",
} as const;

/** What was not done, and why. */
const refusedNotes = {
  "not-done": "It was changed meanwhile. Below is how it stands now.",
  "not-published": "That is for what is published, and it was not at that moment. Below is how it stands now.",
  "asked-today": "A letter has been owed about it today already.",
  "nobody-to-ask": "There is nobody to ask: it has no contact that letters reach, and no author.",
  "no-day": "The day of review was not changed: choose one from today on, within ten years.",
} as const;

/** What an address can say became of a button on a desk. */
export type Note = keyof typeof doneNotes | keyof typeof refusedNotes;

/** What became of a button on a desk, from the name in its address: what was done, or why it was not. Empty for any other name. */
export function readNote(name: string, state: State): { done?: string; notDone?: string } {
  if (name === "not-published" && !isShown(state))
    return { notDone: `That is for what is published. It is now: ${stateNames[state].toLowerCase()}.` };
  if (Object.hasOwn(doneNotes, name)) return { done: doneNotes[name as keyof typeof doneNotes] };
  if (Object.hasOwn(refusedNotes, name)) return { notDone: refusedNotes[name as keyof typeof refusedNotes] };
  return {};
}

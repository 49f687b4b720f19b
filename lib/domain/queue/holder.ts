import { openStates, type State } from "../workflow/states.ts";

interface Holder {
  id: string;
  name: string;
  /** Whether they still edit. Whoever does not has nothing: the queue counts it as nobody's. */
  edits: boolean;
}

/** Who has a version, to stand behind its state: "with you". "" where there is nothing to say. @param me id of the reader */
export function holderWords(state: State, holder: Holder | null, me: string): string {
  if (!holder) return "";
  if (holder.edits) return `with ${holder.id === me ? "you" : holder.name}`;
  return (openStates as readonly State[]).includes(state) ? `with nobody (${holder.name} had it)` : "";
}

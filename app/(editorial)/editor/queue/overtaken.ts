import { longDate, timeOf } from "#components/ui/words.ts";
import type { LastEvent } from "#lib/data/review/queue/last-events.ts";
import { wasWords } from "#lib/domain/queue/words.ts";
import { stateNames } from "#lib/domain/workflow/editor-words.ts";

/** The title of a case study, for a sentence. */
export const called = (last: LastEvent | undefined) => (last?.title ? `“${last.title}”` : "The case study");

/**
 * Why something was not done to a version: what happened to it meanwhile, when and by whom.
 *
 * @param last what it has come to; undefined when it is gone
 * @param reason why a command refused
 * @param me id of the reader
 */
export function overtaken(last: LastEvent | undefined, reason: string, me: string): string {
  if (!last) return "The case study is no longer there: its author may have deleted it.";
  if (reason === "stale")
    return `The text of ${called(last)} was changed at ${moment(last.revisedAt)}. Read it before you decide.`;
  const actor = last.actorId === me ? " by you" : last.byAuthor ? " by its author" : last.by ? ` by ${last.by}` : "";
  const holder = last.editor && last.editor !== last.by ? `, with ${last.editor}` : "";
  const now = stateNames[last.state].toLowerCase();
  return `${called(last)} was ${wasWords[last.kind]}${actor} at ${moment(last.at)}. It is now: ${now}${holder}.`;
}

const moment = (date: Date) => `${timeOf(date)} on ${longDate(date)}`;

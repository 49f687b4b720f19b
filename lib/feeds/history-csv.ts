import type { HistoryEvent } from "#lib/data/review/history/events.ts";
import { eventNames, stateNames, unnamedActor } from "#lib/domain/workflow/editor-words.ts";
import { csvRecord } from "./csv.ts";

const columns: Record<string, (event: HistoryEvent) => string> = {
  "Date and time": ({ at }) => at.toISOString(),
  Event: ({ kind }) => eventNames[kind],
  "Case study": ({ title }) => title,
  Council: ({ council }) => council,
  Version: ({ version }) => String(version),
  Revision: ({ revision }) => String(revision),
  "State before": ({ fromState }) => (fromState ? stateNames[fromState] : ""),
  "State after": ({ toState }) => stateNames[toState],
  By: ({ actor, kind }) => (actor ? actor.name || roleNames[actor.role] || "" : unnamedActor(kind)),
  Reason: ({ reason }) => reason,
  "Case study id": ({ caseStudyId }) => caseStudyId,
};

const roleNames: Record<string, string> = {
  contributor: "A contributor",
  editor: "An editor",
  administrator: "An administrator",
};

/** The mark by which spreadsheets know UTF-8, and the names of the columns. */
export const historyCsvHead = (): string => `\uFEFF${csvRecord(Object.keys(columns))}`;

/** Events as lines of the file. It is passed on and kept, so no e-mail address is in it, wherever one was written. */
export const historyCsvLines = (events: readonly HistoryEvent[]): string =>
  events.map((event) => csvRecord(Object.values(columns).map((column) => withoutAddresses(column(event))))).join("");

/** A text with every e-mail address in it hidden. */
export const withoutAddresses = (text: string): string => text.replace(emailAddress, hidden);

const emailAddress = /[^\s@<>()[\],;:"]{1,64}@[^\s@<>()[\],;:"]{1,255}/g;
const hidden = "(e-mail address)";

import { Dotted } from "#components/ui/dotted.tsx";
import { longDate, timeOf } from "#components/ui/words.ts";
import type { EventKind } from "#lib/domain/workflow/moves.ts";
import { eventNames, stateNames, unnamedActor } from "#lib/domain/workflow/editor-words.ts";
import type { State } from "#lib/domain/workflow/states.ts";
import { paths } from "#lib/http/paths.ts";
import type { ComponentProps } from "react";
import { Correction } from "./correction.tsx";

export interface PastEvent {
  id: string;
  at: Date;
  kind: EventKind;
  fromState: State | null;
  toState: State;
  reason: string;
  caseStudyId: string;
  version: number;
  revision: number;
  title: string;
  council: string;
  actor: { id: string; name: string; email: string } | null;
}

interface Props {
  events: readonly PastEvent[];
  /** What was changed meanwhile, which stands among them by its time. */
  corrections?: readonly ComponentProps<typeof Correction>[];
  /** Whether each line says which case study it is about. */
  named?: boolean;
}

/** What happened, line by line: what, to which words, by whom, when and why. */
export function EventList({ events, corrections = [], named }: Props) {
  const lines = [
    ...events.map((event) => ({ at: event.at, item: <Happened key={event.id} event={event} named={named} /> })),
    ...corrections.map((one) => ({ at: one.at, item: <Correction key={one.changes} {...one} /> })),
  ];
  return (
    <ol className="border-t-[3px] border-ink">
      {lines.toSorted((one, other) => other.at.getTime() - one.at.getTime()).map(({ item }) => item)}
    </ol>
  );
}

function Happened({ event, named }: { event: PastEvent; named: boolean | undefined }) {
  return (
    <li className="border-b border-line py-3">
      <p>
        <b>{eventNames[event.kind]}</b>
        {named && (
          <>
            {": "}
            <a href={paths.caseStudyHistory(event.caseStudyId)}>{event.title || "No title yet"}</a>
          </>
        )}
      </p>
      <p className="text-small text-soft">
        <Dotted>
          {`${longDate(event.at)} at ${timeOf(event.at)}`}
          <Actor event={event} />
          {`version ${event.version}, revision ${event.revision}`}
          {named ? event.council : ""}
          {stateAfter(event)}
        </Dotted>
      </p>
      {event.reason && (
        <blockquote className="mt-1 max-w-prose border-l-4 border-line pl-4 whitespace-pre-wrap">
          {event.reason}
        </blockquote>
      )}
    </li>
  );
}

/** Where it left the version, unless nowhere else or the event says so by its name. */
function stateAfter({ kind, fromState, toState }: PastEvent): string {
  const name = stateNames[toState];
  return fromState === toState || name === eventNames[kind] ? "" : `now ${name.toLowerCase()}`;
}

function Actor({ event: { actor, kind } }: { event: PastEvent }) {
  if (!actor) return unnamedActor(kind);
  return (
    <a href={paths.historyWith({ person: actor.id })} className="quiet-link">
      {actor.name || actor.email}
    </a>
  );
}

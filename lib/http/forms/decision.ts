import { z } from "zod";
import { addMonths, londonDay } from "#lib/domain/calendar/london-days.ts";
import { londonTime } from "#lib/domain/london-time.ts";
import type { Values } from "#lib/domain/template/fields.ts";
import { longestReason } from "#lib/domain/queue/reason.ts";
import { charactersOrFewer, lengthOf } from "#lib/domain/template/text.ts";
import { moveWords } from "#lib/domain/workflow/desk-words.ts";
import { moves, type Move } from "#lib/domain/workflow/moves.ts";
import { fieldOf } from "../form.ts";
import { readText } from "../read-text.ts";

/** What an editor asks for, as it was typed and as it was understood. */
export interface Decision {
  move: Move;
  basedOn: number;
  reason: string;
  /** The text boxes, to show again what was in them. */
  typed: { reason: string; assignee: string; day: string; time: string; redirectTo: string; newAddress: boolean };
  details: { assigneeId?: string; publishAt?: Date; redirectTo?: string; newAddress?: boolean };
  /** What does not make sense, by field. */
  errors: Record<string, string>;
  /** Whether only the letter is to be shown. */
  preview: boolean;
}

const name = z.enum(Object.keys(moves) as [Move, ...Move[]]);

/** A move by its name. Null for a name that is none. */
export const readMove = (text: string): Move | null => name.safeParse(text).data ?? null;

/** What has just been done, for the page that follows: undefined where nothing was. */
export function readDone(value: string | string[] | undefined): string | undefined {
  const move = readMove(readText(value, 30));
  return move ? moveWords[move].done : undefined;
}

/** Reads the form that makes a move. Null where it names none. */
export function readDecision(form: Values, now: Date): Decision | null {
  const move = readMove(fieldOf(form, "move"));
  if (!move) return null;
  const typed = {
    ...{ reason: fieldOf(form, "reason"), assignee: fieldOf(form, "assignee") },
    ...{ day: fieldOf(form, "day"), time: fieldOf(form, "time"), redirectTo: fieldOf(form, "redirectTo") },
    newAddress: fieldOf(form, "newAddress") === "yes",
  };
  const errors: Record<string, string> = {};
  if (lengthOf(typed.reason) > longestReason) errors["reason"] = `Use ${charactersOrFewer(longestReason)}`;
  const details: Decision["details"] = { newAddress: typed.newAddress };
  if (move === "handOver") {
    if (z.uuid().safeParse(typed.assignee).success) details.assigneeId = typed.assignee;
    else errors["assignee"] = "Choose an editor";
  }
  if (move === "schedule") {
    const publishAt = londonTime(typed.day, typed.time);
    const complaint = complaintAboutTime(typed, publishAt, now);
    if (complaint) errors["day"] = complaint;
    else if (publishAt) details.publishAt = publishAt;
  }
  if (move === "unpublish" && typed.redirectTo) details.redirectTo = typed.redirectTo;
  const basedOn = Number(fieldOf(form, "basedOn"));
  return { move, basedOn, reason: typed.reason, typed, details, errors, preview: fieldOf(form, "do") === "preview" };
}

/** What keeps a case study from being published at a time. "" for nothing. */
function complaintAboutTime({ day, time }: { day: string; time: string }, publishAt: Date | null, now: Date): string {
  if (!day || !time) return "Enter a day and a time";
  if (publishAt && publishAt <= now) return "Enter a day and a time that are still to come";
  // Whoever is told of it waits: a year that was mistyped would keep them waiting for ever.
  if (publishAt && londonDay(publishAt) > addMonths(londonDay(now), 12)) return "Enter a day within a year from now";
  if (publishAt) return "";
  // No clock is changed at noon, or on that day.
  const isReadable = londonTime(day, "12:00") && londonTime("2027-01-01", time);
  return isReadable
    ? "Clocks go forward over that time. Enter an earlier or later one"
    : "Enter a day and a time like 1 March 2027, 09:00";
}

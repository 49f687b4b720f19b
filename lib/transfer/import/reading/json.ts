import { importLimits } from "#lib/domain/imports/limits.ts";
import { inFigures } from "#lib/domain/template/text.ts";
import { Unreadable } from "./unreadable.ts";

const deepest = 12;

/**
 * The objects of a JSON file, one at a time: those of a list, or one a line. No more of it
 * is held than one object.
 *
 * @throws Unreadable where it is no JSON, or an object is too large or too deep
 */
export async function* objectsOf(text: AsyncIterable<string>): AsyncGenerator<Record<string, unknown>> {
  const splitter = new Splitter();
  for await (const piece of text) for (const object of splitter.take(piece)) yield objectIn(object, splitter.count);
  if (splitter.isWithin && !splitter.mayBeJson) throw notJson(splitter.count + 1);
  if (splitter.isWithin)
    throw new Unreadable(
      `This JSON file breaks off before its end, within object ${splitter.count + 1}, or a quotation mark or bracket is missing there. Save it again, or mend it, and import that.`,
    );
  if (!splitter.count)
    throw new Unreadable("This JSON file holds no objects. Give a list of objects, one for each case study.");
}

function objectIn(text: string, number: number): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw notJson(number);
  }
}

const notJson = (number: number) =>
  new Unreadable(`Object ${number} of this file is no JSON. Look for a missing comma or quotation mark.`);

/** Cuts text into the objects that lie at its outermost level, past any brackets of lists. */
class Splitter {
  count = 0;
  private depth = 0;
  private text = "";
  private quoted = false;
  private escaped = false;

  get isWithin(): boolean {
    return this.depth > 0;
  }

  /** Whether what is held of an object begins as one does. */
  get mayBeJson(): boolean {
    return /^\{\s*("|\}|$)/.test(this.text);
  }

  *take(piece: string): Generator<string> {
    let from = 0;
    for (let index = 0; index < piece.length; index += 1) {
      const mark = piece[index];
      if (this.quoted) {
        if (this.escaped) this.escaped = false;
        else if (mark === "\\") this.escaped = true;
        else if (mark === '"') this.quoted = false;
        continue;
      }
      if (this.depth === 0) {
        if (mark === "{") [this.depth, from, this.text] = [1, index, ""];
        else if (!/[\s,[\]\uFEFF]/.test(mark ?? ""))
          throw new Unreadable(
            "This JSON file is no list of objects. Give a list with one object for each case study.",
          );
        continue;
      }
      if (mark === '"') this.quoted = true;
      else if (mark === "{" || mark === "[") this.depth += 1;
      else if (mark === "}" || mark === "]") this.depth -= 1;
      if (this.depth > deepest)
        throw new Unreadable(
          `Object ${this.count + 1} of this file has parts within parts more than ${deepest} deep. Give each answer as text or as a list.`,
        );
      if (this.depth > 0) continue;
      const whole = this.text + piece.slice(from, index + 1);
      this.refuseLong(whole);
      this.count += 1;
      yield whole;
    }
    if (this.depth > 0) this.text += piece.slice(from);
    if (this.depth > 0) this.refuseLong(this.text);
  }

  private refuseLong(text: string): void {
    if (text.length > importLimits.row)
      throw new Unreadable(
        `Object ${this.count + 1} of this file has more than ${inFigures(importLimits.row)} characters. Shorten its texts.`,
      );
  }
}

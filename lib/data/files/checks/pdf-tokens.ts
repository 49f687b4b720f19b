import { setImmediate } from "node:timers/promises";

/** Stops the reading of a file that would have the same bytes read over and over. */
export class TooMuchToRead extends Error {}

/** How many characters may still be read of a file, however often it leads to the same ones. */
export class Patience {
  left: number;
  #pause: number;

  constructor(left: number) {
    this.left = left;
    this.#pause = left - piece;
  }

  /** Whether so much has been read at once that others should have a turn. */
  get isPauseDue(): boolean {
    return this.left < this.#pause;
  }

  async pause(): Promise<void> {
    this.#pause = this.left - piece;
    await setImmediate();
  }
}

const piece = 250_000;

// White space, comments, names, the marks around what holds others, strings in hexadecimal, the beginning of a string, words.
const token =
  /[\0\t\n\f\r ]+|%[^\r\n]*|\/[^\0\t\n\f\r ()<>[\]{}/%]*|<<|>>|<[^<>]*>?|\(|[)[\]{}>]|[^\0\t\n\f\r ()<>[\]{}/%]+/y;
const escaped = /#([0-9a-f]{2})/gi;

/**
 * Tells a PDF's tokens one after the other as any reader of it would: names as they are meant, "(" for a whole string, and neither
 * space nor comments.
 *
 * @throws TooMuchToRead
 */
export function* tokensFrom(
  text: string,
  start: number,
  patience: Patience,
): Generator<{ token: string; end: number }> {
  for (let at = start; at < text.length;) {
    token.lastIndex = at;
    const found = token.exec(text)?.[0] ?? "";
    const end = found === "(" ? endOfString(text, at) : at + found.length;
    patience.left -= end - at;
    if (patience.left < 0 || end === at) throw new TooMuchToRead();
    at = end;
    if (/^[\0\t\n\f\r %]/.test(found)) continue;
    yield { token: found.startsWith("/") ? nameOf(found) : found, end };
  }
}

const nameOf = (name: string) =>
  name.replace(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Brackets within a string are part of it where they come in pairs. */
function endOfString(text: string, start: number): number {
  const mark = /[\\()]/g;
  mark.lastIndex = start;
  let depth = 0;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    if (found[0] === "\\") mark.lastIndex += 1;
    else if (found[0] === "(") depth += 1;
    else if (--depth === 0) return mark.lastIndex;
  }
  return text.length;
}

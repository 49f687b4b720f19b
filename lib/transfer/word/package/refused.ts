import type { WordRefusal } from "#lib/domain/word/refusals.ts";

/** Stops the reading of a file that is not taken, from wherever that is found out. */
export class Refused extends Error {
  readonly reason: WordRefusal;

  constructor(reason: WordRefusal) {
    super(reason);
    this.reason = reason;
  }
}

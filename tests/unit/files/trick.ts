import type { Accept } from "#lib/domain/files/kinds.ts";
import type { FileReason } from "#lib/domain/files/refusals.ts";

export interface Trick {
  what: string;
  name: string;
  accept: Accept;
  bytes: () => Buffer | Promise<Buffer>;
  /** Why it is refused, or what it is kept as. */
  ends: FileReason | { kept: string };
}

export const image = (what: string, name: string, bytes: Trick["bytes"], ends: Trick["ends"]): Trick => ({
  ...{ what, name, accept: "images", bytes, ends },
});
export const document = (what: string, name: string, bytes: Trick["bytes"], ends: Trick["ends"]): Trick => ({
  ...{ what, name, accept: "documents", bytes, ends },
});

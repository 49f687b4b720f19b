import { paths } from "./paths.ts";

/** What an erasure came to, as its last page says it. It names nobody, so it may stand in an address. */
interface ErasedCounts {
  deleted: number;
  kept: number;
  /** Whether a letter may be on its way about the rest. */
  letter: boolean;
}

export function erasedAddress({ deleted, kept, letter }: ErasedCounts): string {
  return `${paths.erased}?deleted=${deleted}&kept=${kept}${letter ? "&letter" : ""}`;
}

/** Null where the address does not say what was deleted. */
export function readErased(query: Record<string, string | string[] | undefined>): ErasedCounts | null {
  const count = (name: string) => {
    const text = query[name];
    return typeof text === "string" && /^\d{1,4}$/.test(text) ? Number(text) : null;
  };
  const [deleted, kept] = [count("deleted"), count("kept")];
  return deleted === null || kept === null ? null : { deleted, kept, letter: query["letter"] !== undefined };
}

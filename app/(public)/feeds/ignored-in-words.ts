import { counted, listed } from "#components/ui/words.ts";
import type { Ignored } from "#lib/domain/listing/read.ts";

/** Says which parts of an address could not be used. Repeats no name but those we know, and no value. */
export function ignoredInWords({ names, others }: Ignored): string | null {
  if (!names.length && !others) return null;
  const unknown = others ? [counted(others, "other parameter", "other parameters")] : [];
  return `Part of this address could not be used and was left out: ${listed([...names, ...unknown])}.`;
}

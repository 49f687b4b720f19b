import { oneLine } from "#lib/domain/template/text.ts";

/** One parameter of an address as text: the first if it was given more than once, tidied, and no longer than asked. */
export function readText(value: string | string[] | undefined, longest: number): string {
  const first = [value ?? ""].flat()[0] ?? "";
  return [...oneLine(first)].slice(0, longest).join("").trimEnd();
}

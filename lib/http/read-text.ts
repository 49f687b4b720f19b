/** One parameter of an address as text: the first if it was given more than once, tidied, and no longer than asked. */
export function readText(value: string | string[] | undefined, longest: number): string {
  const first = [value ?? ""].flat()[0] ?? "";
  const text = first.replaceAll("\0", "").normalize("NFC").replace(/\s+/g, " ").trim();
  return [...text].slice(0, longest).join("").trimEnd();
}

/** @returns the first line that is not as it should be, in words; null if all are */
export function differ(wanted: readonly string[], heard: readonly string[]): string | null {
  const at = Array.from({ length: Math.max(wanted.length, heard.length) }, (_, index) => index).find(
    (index) => wanted[index] !== heard[index],
  );
  if (at === undefined) return null;
  return `line ${at + 1}: “${heard[at]?.trim() ?? "nothing"}” instead of “${wanted[at]?.trim() ?? "nothing"}”`;
}

import { readMonth } from "./written-month.ts";

/**
 * A month as documents and tables have it: "1 April 2024", "04/2024", "Apr '24", "Feb-24", "2024-02-01". Of a day, the month is
 * kept. A year alone is none: it would have to be given a month that nobody said.
 */
export function monthMeant(text: string): string | null {
  const plain = text
    .trim()
    .replace(/^(?:in|from|since|until|by)\s+/i, "")
    .replace(/^(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?=\p{L})/iu, "");
  if (/^\d{4}$/.test(plain)) return null;
  const [, iso] = /^(\d{4}-\d{2})-\d{2}(?:[T ].*)?$/.exec(plain) ?? [];
  const [, month, year] = /^\d{1,2}[/.-](\d{1,2})[/.-](\d{4})$/.exec(plain) ?? [];
  const [, name, short] = /^(\p{L}+)[\s'’-]+(\d{2}|\d{4})$/u.exec(plain) ?? [];
  if (month && year) return readMonth(`${month}/${year}`, "from");
  if (name && short) return readMonth(`${name} ${short.padStart(4, "20")}`, "from");
  return readMonth(iso ?? plain, "from");
}

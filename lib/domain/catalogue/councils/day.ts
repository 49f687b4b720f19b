const months = "january february march april may june july august september october november december".split(" ");

/** A day as a browser's date box sends it, "2027-03-31", or as people write it: "31 March 2027", "31/3/2027". Null for none. */
export function readDay(text: string): string | null {
  const written = text.trim().toLowerCase();
  const [, year, month, day] =
    /^(\d{4})-(\d\d)-(\d\d)$/.exec(written) ??
    turned(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written)) ??
    named(written);
  if (!year || !month || !day) return null;
  const kept = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${kept}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(kept) && Number(year) >= 1800 ? kept : null;
}

const turned = (found: RegExpExecArray | null) => found && [found[0], found[3], found[2], found[1]];

function named(written: string): (string | undefined)[] {
  const [, day, word = "", year] = /^(\d{1,2})\s+([a-z]{3,9})\s+(\d{4})$/.exec(written) ?? [];
  const place = word ? months.findIndex((name) => name.startsWith(word)) + 1 : 0;
  return [written, year, place ? String(place) : undefined, day];
}

const months = "January February March April May June July August September October November December".split(" ");

/**
 * What Orca said, phrase by phrase, out of its own log.
 *
 * @param log all of it, from any line on
 */
export function spoken(log: string): string[] {
  const said = log.matchAll(
    /^[\d:.]+ - SPEECH OUTPUT: '([^]*?)'(?: voice=\w+)?(?: ?\{[^\n]*\})?$(?=\n[\d:.]+ -|\n*$|\n\n)/gm,
  );
  return [...said].map(([, words = ""]) => words.replace(/\s+/g, " ").trim()).filter(Boolean);
}

/**
 * The same without what differs from one day or one run to the next.
 *
 * @param names what was made up for this run, and what is to stand for it
 */
export function lasting(said: string, names: Readonly<Record<string, string>>, now = new Date()): string {
  let words = said.replace(" — Mozilla Firefox", "");
  for (const [name, general] of Object.entries(names)) words = words.replaceAll(name, general);
  const today = `${now.getDate()} ${months[now.getMonth()]} ${now.getFullYear()}`;
  return words
    .replaceAll(today, "(today)")
    .replace(/\b\d{1,2}(:\d\d)?(am|pm)\b/g, "(time)")
    .replace(/\bCB(-[0-9A-F]{4}){2}\b/g, "(reference)")
    .replace(/\bdesk-[0-9a-f]{8}@/g, "(somebody)@");
}

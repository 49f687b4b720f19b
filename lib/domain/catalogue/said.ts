/** What a kept change did, about something called {}, where it keeps no sentence of its own. */
const sentences: Record<string, Record<string, string>> = {
  collection: {
    add: "Added the collection {}",
    rename: "Renamed the collection {}",
    introduce: "Changed the introduction of the collection {}",
    fill: "Filled the collection {}",
    put: "Put a case study in the collection {}",
    "take-out": "Took a case study out of the collection {}",
    arrange: "Changed the order in the collection {}",
    move: "Moved the collection {} among the others",
    retire: "Retired the collection {}",
    "bring-back": "Brought the collection {} back",
  },
  council: {
    add: "Added the council {}",
    change: "Changed what is said of the council {}",
    rename: "Renamed the council {}",
    end: "Noted the end of the council {}",
    merge: "Merged the council {} into another",
  },
};

interface Kept {
  subject: string;
  subjectId: string;
  kind: string;
  before: unknown;
  after: unknown;
  /** What it is called now; null where it is gone. */
  name: string | null;
}

/** What a kept change did, in a sentence. */
export function saidBy({ subject, subjectId, kind, before, after, name }: Kept): string {
  const said = textOf(after, "said");
  if (said) return said;
  const called = `“${name ?? (textOf(after, "name") || textOf(before, "name") || subjectId)}”`;
  const sentence = (sentences[subject]?.[kind] ?? `Changed ${subject} {}: ${kind}`).replace("{}", () => called);
  const was = kind === "rename" ? textOf(before, "name") : "";
  return was ? `${sentence}, which was “${was}”` : sentence;
}

function textOf(value: unknown, key: string): string {
  const text = (value as Record<string, unknown> | null)?.[key];
  return typeof text === "string" ? text : "";
}

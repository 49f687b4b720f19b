export type Direction = "up" | "down";

/** A list with one of its things a place further up or down. At the end it stays, and so does what is not in it. */
export function moved<Thing>(things: readonly Thing[], thing: Thing, direction: Direction): Thing[] {
  const from = things.indexOf(thing);
  const to = from + (direction === "up" ? -1 : 1);
  const list = [...things];
  if (from < 0 || to < 0 || to >= list.length) return list;
  list.splice(to, 0, ...list.splice(from, 1));
  return list;
}

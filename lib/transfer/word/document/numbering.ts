import { childOf, elementsIn, valueOf, type Element } from "../package/xml.ts";
import type { ListPlace } from "./blocks.ts";

/** A level of a list: how it is marked, and where its numbers begin. */
interface Level {
  marks: "dots" | "numbers" | "none";
  start: number;
  restarts: boolean;
}

/**
 * Reads which lists a document has. What it gives has to be asked once for each paragraph, in order: it counts.
 * Null for a paragraph whose list has no marks.
 */
export function readNumbering(root: Element | null): (id: string, level: number) => ListPlace | null {
  const elements = elementsIn(root, "w:abstractNum");
  // A list that has its look from a style of lists says nothing else of it.
  const styled = new Map(elements.map((one) => [valueOf(one, "w:styleLink"), one]));
  const abstracts = new Map(
    elements.map((one) => {
      const style = valueOf(one, "w:numStyleLink");
      return [one.attribs["w:abstractNumId"] ?? "", levelsIn((style && styled.get(style)) || one)];
    }),
  );
  const lists = new Map(elementsIn(root, "w:num").map((one) => [one.attribs["w:numId"] ?? "", one]));
  const counted = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return (id, level) => {
    if (id === "0") return null;
    const list = lists.get(id);
    const abstract = valueOf(list, "w:abstractNumId") ?? id;
    const { marks, start, restarts } = levelOf(list, abstracts.get(abstract), level);
    if (marks === "none") return null;
    const numbers = counted.get(abstract) ?? [];
    counted.set(abstract, numbers);
    const isFirst = !begun.has(`${id} ${level}`);
    begun.add(`${id} ${level}`);
    const before = restarts && isFirst ? undefined : numbers[level];
    numbers.length = level;
    numbers[level] = before === undefined ? start : before + 1;
    return { id: abstract, level, ordered: marks === "numbers", number: numbers[level] };
  };
}

function levelOf(list: Element | undefined, levels: Map<number, Element> | undefined, level: number): Level {
  const changed = elementsIn(list, "w:lvlOverride").find((one) => Number(one.attribs["w:ilvl"]) === level);
  const element = childOf(changed, "w:lvl") ?? levels?.get(level) ?? null;
  const format = valueOf(element, "w:numFmt") ?? "bullet";
  const override = valueOf(changed, "w:startOverride");
  const start = Number(override ?? valueOf(element, "w:start") ?? 1);
  return {
    marks: format === "none" ? "none" : format === "bullet" ? "dots" : "numbers",
    start: Number.isInteger(start) && start >= 0 ? start : 1,
    restarts: override !== null,
  };
}

const levelsIn = (abstract: Element) =>
  new Map(elementsIn(abstract, "w:lvl").map((level) => [Number(level.attribs["w:ilvl"]), level]));

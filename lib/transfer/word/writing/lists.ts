import { listIndent } from "../document/styles.ts";
import { AlignmentType, LevelFormat, type INumberingOptions } from "docx";

const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const indent = (level: number) => listIndent * (level + 1);
const dots = ["•", "–", "▪"];

/** Word keeps lists apart from their paragraphs: every list that is begun is noted here. */
export class Lists {
  #begun = 0;
  readonly #starts = new Set<number>();

  /** Begins a list. @returns what puts a paragraph in it */
  begin(ordered: boolean, start: number): { reference: string; instance: number } {
    this.#begun += 1;
    if (ordered) this.#starts.add(start);
    return { reference: ordered ? `numbers-${start}` : "dots", instance: this.#begun };
  }

  /** The lists of the document, once all of it has been laid out. */
  options(): INumberingOptions {
    const place = (level: number) => ({
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: indent(level), hanging: 300 }, spacing: { after: 80 } } },
    });
    const dotted = levels.map((level) => ({
      level,
      format: LevelFormat.BULLET,
      text: dots[level % dots.length] ?? "•",
      ...place(level),
    }));
    const numbered = [...this.#starts].map((start) => ({
      reference: `numbers-${start}`,
      levels: levels.map((level) => ({
        level,
        format: LevelFormat.DECIMAL,
        text: `%${level + 1}.`,
        start,
        ...place(level),
      })),
    }));
    return { config: [{ reference: "dots", levels: dotted }, ...numbered] };
  }
}

/** How far in the words of an item stand. */
export const indentOf = indent;

/** Word knows nine levels. */
export const deepest = 8;

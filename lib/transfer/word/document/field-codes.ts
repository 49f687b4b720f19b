import { childOf, elementsIn, isOn, valueOf, type Element } from "../package/xml.ts";
import type { Inline } from "./blocks.ts";

/** A field that is open: its instruction so far, and whether its result has begun. */
interface Field {
  instruction: string;
  shown: boolean;
  /** What stood before its result. Only a field that never has one shows it. */
  held: Inline[];
}

/** The fields that are open in a paragraph, one in another. */
export class Fields {
  readonly #open: Field[] = [];

  /** Where words that come now are put until it is known whether they are seen. Null where they are. */
  get held(): Inline[] | null {
    return this.#open.find(({ shown }) => !shown)?.held ?? null;
  }

  /** Where the words lead. */
  get href(): string | null {
    return this.#open.map(({ instruction }) => addressIn(instruction)).find((one) => one !== null) ?? null;
  }

  /** Takes more of the innermost field's instruction. */
  instruct(text: string): void {
    const field = this.#open.at(-1);
    if (field && !field.shown) field.instruction += text;
  }

  /** Begins a field, its result, or what follows it. @returns what turns out to be seen after all */
  pass(type: string): Inline[] {
    const field = this.#open.at(-1);
    if (type === "begin") this.#open.push({ instruction: "", shown: false, held: [] });
    else if (type === "separate" && field) Object.assign(field, { shown: true, held: [] });
    else if (type === "end") return this.#open.pop()?.held ?? [];
    return [];
  }

  /** Ends what a paragraph leaves open, such as a field whose end somebody took out. @returns what is seen of it */
  close(): Inline[] {
    return this.#open.splice(0).flatMap(({ held }) => held);
  }
}

/** The address in the instruction of a field. Null where it leads nowhere. */
export const addressIn = (instruction: string): string | null => {
  const [, address] = /HYPERLINK\s+"([^"]+)"/i.exec(instruction) ?? [];
  const [, place = ""] = /\\l\s+"([^"]+)"/i.exec(instruction) ?? [];
  return address && isAddress(address) ? withPlace(address, place) : null;
};

/** An address with the place on its page that Word keeps apart from it. */
export const withPlace = (address: string, place: string): string =>
  place && /^http/i.test(address) && !address.includes("#")
    ? `${address}#${place.replace(/[\s"<>]/g, encodeURIComponent)}`
    : address;

/** Whether a link leads somewhere for everybody. */
export const isAddress = (address: string) => /^(https?:\/\/|mailto:|tel:)/i.test(address);

/** What a field of an older form shows: a box to tick, or what was chosen from a list. */
export function formField(begin: Element): string {
  const data = childOf(begin, "w:ffData");
  const box = childOf(data, "w:checkBox");
  if (box) return isOn(box, childOf(box, "w:checked") ? "w:checked" : "w:default") ? "☒" : "☐";
  const list = childOf(data, "w:ddList");
  const chosen = Number(valueOf(list, "w:result") ?? valueOf(list, "w:default") ?? 0);
  return elementsIn(list, "w:listEntry")[chosen]?.attribs["w:val"] ?? "";
}

import { charactersOrFewer, lengthOf } from "../template/text.ts";

export const longestName = 100;
export const longestIntroduction = 600;

/** What is wrong with what was typed for a collection, by field. */
export function errorIn({ name, introduction }: { name: string; introduction: string }): {
  name?: string;
  introduction?: string;
} {
  const says = name ? "" : "Enter a name";
  const tooLong = lengthOf(name) > longestName ? `The name must be ${charactersOrFewer(longestName)}` : "";
  const tooMuch =
    lengthOf(introduction) > longestIntroduction
      ? `The introduction must be ${charactersOrFewer(longestIntroduction)}`
      : "";
  return { ...((says || tooLong) && { name: says || tooLong }), ...(tooMuch && { introduction: tooMuch }) };
}

/** What to say where another collection has the address that a name would bring. */
export const nameTaken = (name: string) => `Another collection has the address of “${name}”. Choose another name`;

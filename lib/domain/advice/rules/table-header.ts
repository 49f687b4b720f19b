import type { Rule } from "../rule.ts";

/** Tables whose columns have no names. */
export const tableHeader: Rule = ({ passages }) =>
  passages.flatMap(({ section, question, blocks }) =>
    blocks.flatMap((block, index) => {
      if (block.kind !== "table" || !block.bare) return [];
      const words = blocks.slice(index + 1, index + 40).find(({ kind, text }) => kind === "cell" && text !== "");
      const message =
        "Give the table a first row that names its columns, with a row of dashes (| --- | --- |) below it.";
      return [{ section, question, message, ...(words ? { excerpt: words.text } : {}) }];
    }),
  );

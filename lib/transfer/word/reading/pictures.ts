import type { FoundPicture } from "#lib/domain/word/raw-reading.ts";
import { paragraphsIn, type Block, type Paragraph } from "../document/blocks.ts";
import type { Parts } from "../package/open-package.ts";
import type { Part } from "./parts.ts";
import { wordsBeside } from "./answers/rows.ts";

/** Every picture of a document that is not on the site already, once, with what is said of it beside it. */
export function picturesIn(parts: readonly Part[], files: Parts): FoundPicture[] {
  const seen = new Set<string>();
  return parts.flatMap(({ key, heading, blocks }) =>
    blocks.flatMap(placesIn).flatMap(({ paragraph, beside }) =>
      paragraph.inlines.flatMap((inline) => {
        if (inline.kind !== "picture" || seen.has(inline.picture.part)) return [];
        const { part, alt } = inline.picture;
        seen.add(part);
        const words = { title: beside["title"] ?? "", alt: beside["alt"] || alt, credit: beside["credit"] ?? "" };
        return [
          {
            question: key,
            heading,
            ...words,
            bytes: Buffer.from(files.get(part) ?? []).toString("base64"),
            width: 0,
            height: 0,
          },
        ];
      }),
    ),
  );
}

function placesIn(block: Block): { paragraph: Paragraph; beside: Record<string, string> }[] {
  if (block.kind === "paragraph") return [{ paragraph: block, beside: {} }];
  return block.rows.flatMap((row) => {
    const inside = paragraphsIn(row.flatMap(({ blocks }) => blocks));
    const isOurs = inside.some(({ anchors }) => anchors.some((name) => name.startsWith("file_")));
    return isOurs ? [] : inside.map((paragraph) => ({ paragraph, beside: wordsBeside(row) }));
  });
}

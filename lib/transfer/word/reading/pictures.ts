import { readHead } from "#lib/data/files/pictures/header.ts";
import type { FoundPicture } from "#lib/domain/word/raw-reading.ts";
import { paragraphsIn, type Block, type Paragraph, type Picture } from "../document/blocks.ts";
import type { Parts } from "../package/open-package.ts";
import type { Part } from "./parts.ts";
import { fileOf, wordsBeside } from "./answers/rows.ts";

interface Ours {
  /** How wide a picture of ours is for its height, by its file. */
  shapes: Readonly<Record<string, number>>;
  /** Whether a file that a document of ours shows is there already. */
  isKnown: (file: string) => boolean;
}

/** Every picture of a document that is not on the site already, once, with what is said of it beside it. */
export function picturesIn(parts: readonly Part[], files: Parts, { shapes, isKnown }: Ours): FoundPicture[] {
  const seen = new Set<string>();
  const ours = new Set<string>();
  /** A row of ours shows its own file once; whatever else is put there is new. */
  const isOurs = ({ anchors, part }: Picture) => {
    const file = fileOf(anchors);
    if (!file || !isKnown(file) || ours.has(file) || !hasShape(files.get(part), shapes[file])) return false;
    ours.add(file);
    return true;
  };
  return parts.flatMap(({ key, heading, blocks }) =>
    blocks
      .flatMap((block) => placesIn(block, isKnown))
      .flatMap(({ paragraph, beside }) =>
        paragraph.inlines.flatMap((inline) => {
          if (inline.kind !== "picture" || isOurs(inline.picture) || seen.has(inline.picture.part)) return [];
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

/** Word makes pictures smaller as it saves them, so that their bytes tell nothing; but it keeps their shape. */
function hasShape(bytes: Uint8Array | undefined, shape: number | undefined): boolean {
  if (!bytes || !shape) return true;
  try {
    const head = readHead(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return head !== null && Math.abs(head.width / head.height / shape - 1) < 0.02;
  } catch {
    return false;
  }
}

function placesIn(block: Block, isKnown: Ours["isKnown"]): { paragraph: Paragraph; beside: Record<string, string> }[] {
  if (block.kind === "paragraph") return [{ paragraph: block, beside: {} }];
  return block.rows.flatMap((row) => {
    const inside = paragraphsIn(row.flatMap(({ blocks }) => blocks));
    // What stands in a row of ours is said of the file that was there.
    const file = fileOf(inside.flatMap(({ anchors }) => anchors));
    const beside = file && isKnown(file) ? {} : wordsBeside(row);
    return inside.map((paragraph) => ({ paragraph, beside }));
  });
}

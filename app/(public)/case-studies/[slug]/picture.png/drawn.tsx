import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ImageResponse } from "next/og";
import type { PictureWords } from "../picture-words.ts";
import { Drawing } from "./drawing.tsx";

const folder = "node_modules/@fontsource/atkinson-hyperlegible-next/files";
const weights = [400, 700] as const;
const kept = new Map<string, Promise<ArrayBuffer>>();
const mostKept = 100;
/** One is drawn at a time: several at once would leave the pages nothing of the processor. */
let last: Promise<unknown> = Promise.resolve();

/** The picture as a PNG. The latest are kept, as each costs a good part of a second; `tag` names exactly these words. */
export function drawn(words: PictureWords, tag: string): Promise<ArrayBuffer> {
  const known = kept.get(tag);
  if (known) return known;
  const picture = last.catch(() => null).then(() => draw(words));
  last = picture;
  kept.set(tag, picture);
  picture.catch(() => kept.delete(tag));
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest) kept.delete(oldest);
  return picture;
}

async function draw({ title, by, facts }: PictureWords): Promise<ArrayBuffer> {
  const shown = facts.map((fact) => ({ ...fact, name: drawable(fact.name), label: drawable(fact.label) }));
  const words = { title: drawable(title), by: drawable(by), facts: shown };
  return new ImageResponse(<Drawing {...words} />, {
    width: 1200,
    height: 630,
    fonts: await readFonts(),
  }).arrayBuffer();
}

let fonts: ReturnType<typeof readFontFiles> | null = null;
const readFonts = () => (fonts ??= readFontFiles());

const readFontFiles = () =>
  Promise.all(
    weights.flatMap((weight) =>
      ["latin", "latin-ext"].map(async (letters) => ({
        name: `Atkinson ${letters}`,
        weight,
        data: await readFile(
          join(process.cwd(), folder, `atkinson-hyperlegible-next-${letters}-${weight}-normal.woff`),
        ),
      })),
    ),
  );

/** Leaves out what the typeface lacks: for a letter it does not find, the library would ask another site for a typeface. */
const drawable = (text: string) =>
  text
    .normalize("NFC")
    .replace(/[^ -~\u00A1-\u017E\u2013\u2014\u2018\u2019\u201C\u201D\u2026\u20AC]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();

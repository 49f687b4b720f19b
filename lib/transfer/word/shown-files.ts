import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { openDisk } from "#lib/data/files/files.ts";
import type { ShownFile, ShownPicture } from "./writing/content.ts";

/** As wide as a picture of a document is ever printed well. */
const widest = 1000;

interface Attached {
  id: string;
  key: string;
  name: string;
  type: string;
}

/** Files as a document shows them. @param addressOf where a file can be had, if its readers may have it */
export async function shownFiles(
  files: readonly Attached[],
  addressOf: (file: { id: string; name: string }) => string | null,
): Promise<Map<string, ShownFile>> {
  const shown = await Promise.all(
    files.map(async (file) => {
      const picture = file.type.startsWith("image/") ? await pictureOf(file.key) : null;
      return [file.id, { name: file.name, address: addressOf(file), picture }] as const;
    }),
  );
  return new Map(shown);
}

/** Not every Word shows WebP, which is what pictures are kept as. A file that is gone leaves its words. */
async function pictureOf(key: string): Promise<ShownPicture | null> {
  try {
    const bytes = await buffer(await openDisk().getStream(key));
    const image = sharp(bytes).resize({ width: widest, withoutEnlargement: true }).flatten({ background: "#ffffff" });
    const { data, info } = await image.jpeg({ quality: 80 }).toBuffer({ resolveWithObject: true });
    return { type: "jpg", bytes: new Uint8Array(data), width: info.width, height: info.height };
  } catch {
    return null;
  }
}

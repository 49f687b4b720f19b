import { buffer } from "node:stream/consumers";
import { openStore } from "#lib/data/files/storage.ts";
import type { ShownFile, ShownPicture } from "./writing/content.ts";

interface Attached {
  id: string;
  key: string;
  name: string;
  type: string;
  width: number | null;
  height: number | null;
}

/** Files as a document shows them. @param addressOf where a file can be had, if its readers may have it */
export async function shownFiles(
  files: readonly Attached[],
  addressOf: (file: { id: string; name: string }) => string | null,
): Promise<Map<string, ShownFile>> {
  const shown = await Promise.all(
    files.map(async (file) => {
      const picture = await pictureOf(file);
      return [file.id, { name: file.name, address: addressOf(file), picture }] as const;
    }),
  );
  return new Map(shown);
}

/** Pictures are kept as what every Word shows. One that is gone leaves its words. */
async function pictureOf({ key, type, width, height }: Attached): Promise<ShownPicture | null> {
  if (type !== "image/jpeg" || !width || !height) return null;
  try {
    const bytes = await buffer(await (await openStore()).getStream(key));
    return { type: "jpg", bytes: new Uint8Array(bytes), width, height };
  } catch {
    return null;
  }
}

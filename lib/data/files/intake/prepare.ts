import { mkdir, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { kinds, type Accept } from "#lib/domain/files/kinds.ts";
import { nameToKeep } from "#lib/domain/files/names.ts";
import type { FileRefusal } from "#lib/domain/files/refusals.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { checkFile } from "#lib/data/files/checks/check-file.ts";
import { isTagged } from "#lib/data/files/checks/pdf-tags.ts";
import { scan } from "#lib/data/files/checks/scan.ts";
import type { Content } from "#lib/data/files/files.ts";
import { clearOfficePictures, clearPdfPictures } from "./clear-pictures.ts";
import { makeWidths } from "#lib/data/files/pictures/make-widths.ts";

/** A file as it will be kept. */
export interface Ready {
  name: string;
  extension: string;
  type: string;
  content: Content;
  /** Whether it is a PDF that is tagged for screen readers; null for all else, and where nobody can tell. */
  tagged?: boolean | null;
  /** Null for what is no picture. */
  picture: { width: number; height: number; widths: { width: number; content: Content }[] } | null;
}

/**
 * Looks through what was sent and makes of it what is kept. Of a picture nothing is kept but its pixels; those within
 * documents tell nothing of where and with what they were taken any more.
 *
 * @param path where its bytes are
 * @param folder to work in
 */
export async function prepareFile(
  path: string,
  name: string,
  accept: Accept,
  folder: string,
): Promise<Result<Ready, FileRefusal>> {
  const checked = await checkFile(path, name, accept);
  if (!checked.ok) return checked;
  const harm = await scan(path);
  if (harm) return refuse(harm);
  if (accept === "images") return preparePicture(path, name, folder);
  const { extension, type } = kinds[checked.value];
  const clear = checked.value === "pdf" ? clearPdfPictures : clearOfficePictures;
  const content = await contentAt(checked.value === "csv" ? path : await clear(path, join(folder, "cleared")));
  const tagged = checked.value === "pdf" ? await isTagged(path) : null;
  return ok({ name: nameToKeep(name, checked.value), extension, type, content, picture: null, tagged });
}

async function preparePicture(path: string, name: string, folder: string): Promise<Result<Ready, FileRefusal>> {
  const own = join(folder, "picture");
  const source = join(own, "source");
  await mkdir(own, { recursive: true });
  await rename(path, source);
  const made = await makeWidths(source, own);
  if (!made.ok) return refuse({ because: made.reason });
  const { width, height, widths } = made.value;
  const copies = widths.map(async (one) => ({ width: one, content: await contentAt(join(own, String(one))) }));
  const { extension, type } = kinds.jpeg;
  return ok({
    ...{ name: nameToKeep(name, "jpeg"), extension, type },
    content: await contentAt(join(own, "whole")),
    picture: { width, height, widths: await Promise.all(copies) },
  });
}

const contentAt = async (path: string) => ({ path, bytes: (await stat(path)).size });

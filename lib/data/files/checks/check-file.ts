import { readFile, stat } from "node:fs/promises";
import { kindNamed, kinds, mostBytes, mostPixels, type Accept, type KindName } from "#lib/domain/files/kinds.ts";
import { extensionOf } from "#lib/domain/files/names.ts";
import type { FileRefusal } from "#lib/domain/files/refusals.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { readHead } from "#lib/data/files/pictures/header.ts";
import { checkCsv } from "./csv.ts";
import { checkOffice } from "./office.ts";
import { checkPdf } from "./pdf.ts";
import { sniff } from "./sniff.ts";

/** Pictures that cannot be added, by what they are called when they are found. */
const otherPictures: Record<string, string> = {
  ...{ heic: "HEIC", heif: "HEIC", avif: "AVIF", gif: "GIF", tif: "TIFF", bmp: "BMP", svg: "SVG", jxl: "JPEG XL" },
  ...{
    jp2: "JPEG 2000",
    ico: "icon",
    psd: "Photoshop",
    apng: "moving",
    cr2: "raw",
    nef: "raw",
    dng: "raw",
    arw: "raw",
  },
};

/**
 * What a file is, by what is in it. It is taken only where its name says the same and the question it is for takes that kind.
 *
 * @param path where its bytes are
 * @param name as it was sent
 */
export async function checkFile(path: string, name: string, accept: Accept): Promise<Result<KindName, FileRefusal>> {
  const { size } = await stat(path);
  if (size === 0) return refuse({ because: "empty" });
  if (size > mostBytes) return refuse({ because: "too-large" });
  const found = await kindOf(path, name, accept);
  if (!found.ok) return found;
  if (kinds[found.value].accept !== accept) return refuse({ because: "elsewhere", accept: kinds[found.value].accept });
  const claimed = kindNamed(extensionOf(name));
  if (claimed === null) return refuse({ because: "not-accepted", accept });
  if (claimed !== found.value) return refuse({ because: "other-kind", found: found.value, claimed });
  const refusal = await checkWithin(path, found.value);
  return refusal ? refuse(refusal) : found;
}

async function kindOf(path: string, name: string, accept: Accept): Promise<Result<KindName, FileRefusal>> {
  const sniffed = await sniff(path);
  switch (sniffed.is) {
    case "zip":
      return checkOffice(path);
    case "text":
      return extensionOf(name) === "csv" ? ok("csv") : refuse({ because: "not-accepted", accept });
    case "other":
      return refuse(wordFor(sniffed.found, accept));
    default:
      return ok(sniffed.is);
  }
}

function wordFor(found: string, accept: Accept): FileRefusal {
  const picture = otherPictures[found];
  if (picture && accept === "images") return { because: "not-accepted", accept, found: picture };
  if (found === "cfb") return { because: "older-office" };
  if (found === "rtf") return { because: "not-accepted", accept };
  return picture ? { because: "not-accepted", accept } : { because: "program" };
}

/** What is wrong inside a file of a known kind. */
async function checkWithin(path: string, kind: KindName): Promise<FileRefusal | null> {
  if (kind === "pdf") return checkPdf(path);
  if (kind === "csv") return checkCsv(path);
  return kinds[kind].accept === "images" ? checkPicture(path) : null;
}

async function checkPicture(path: string): Promise<FileRefusal | null> {
  const head = headOf(await readFile(path));
  if (!head || head.width === 0 || head.height === 0) return { because: "damaged" };
  if (head.width * head.height > mostPixels) return { because: "too-many-pixels" };
  return head.moving ? { because: "moving" } : null;
}

function headOf(bytes: Buffer) {
  try {
    return readHead(bytes);
  } catch {
    return null;
  }
}

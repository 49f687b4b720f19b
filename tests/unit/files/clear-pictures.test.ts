import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { prepareFile } from "#lib/data/files/intake/prepare.ts";
import { decode } from "#lib/data/files/pictures/codecs.ts";
import { withoutCameraData } from "#lib/data/files/pictures/camera-data.ts";
import { aPdf, aStream } from "#tests/support/files/pdfs.ts";
import { aPhoto, aPng, aWebp } from "#tests/support/files/pictures.ts";
import { anOfficeFile, anOpenDocument } from "#tests/support/files/zips.ts";

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** What is kept of a document that is attached. */
async function kept(name: string, bytes: Buffer): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "office-"));
  folders.push(folder);
  const path = join(folder, "sent");
  await writeFile(path, bytes);
  const ready = await prepareFile(path, name, "documents", folder);
  if (!ready.ok || !("path" in ready.value.content)) throw new Error(`It was refused: ${JSON.stringify(ready)}`);
  return readFile(ready.value.content.path);
}

/** A WebP that says that it has Exif, and has it. */
async function aTellingWebp(): Promise<Buffer> {
  const plain = await aWebp(64, 48);
  const part = (name: string, content: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(name, "latin1");
    head.writeUInt32LE(content.length, 4);
    return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
  };
  const extended = Buffer.alloc(10);
  extended.writeUInt8(0b1000, 0);
  extended.writeUIntLE(63, 4, 3);
  extended.writeUIntLE(47, 7, 3);
  const body = [part("VP8X", extended), plain.subarray(12), part("EXIF", Buffer.from("SECRETLENS."))];
  const whole = Buffer.concat([plain.subarray(0, 12), ...body]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}

const telling = async () => ({
  "photo.jpeg": await aPhoto(64, 48),
  "photo.png": aPng(64, 48, { extra: [["tEXt", Buffer.from("Author\0SECRETNAME")]] }),
  "photo.webp": await aTellingWebp(),
});

describe("pictures within a document", () => {
  test.each([
    ["docx", "word/media/"],
    ["xlsx", "xl/media/"],
    ["pptx", "ppt/media/"],
    ["odt", "Pictures/"],
    ["ods", "Pictures/"],
  ] as const)("of a %s tell nothing of where they were taken, and all else is as it was", async (kind, place) => {
    const pictures = Object.entries(await telling()).map(([name, content]) => ({ name: `${place}${name}`, content }));
    const more = [
      ...pictures,
      { name: "docProps/notes.xml", content: "<notes>Exif of SECRETS in words stays</notes>" },
    ];
    const sent = kind === "odt" || kind === "ods" ? anOpenDocument(kind, more) : anOfficeFile(kind, more);
    const bytes = await kept(`report.${kind}`, sent);

    const [before, after] = [unzipSync(sent), unzipSync(bytes)];
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const [name, content] of Object.entries(after)) {
      const text = Buffer.from(content).toString("latin1");
      if (!name.startsWith(place)) expect(Buffer.from(content), name).toEqual(Buffer.from(before[name] ?? []));
      else expect(text, name).not.toMatch(/SECRET|Exif|xmpmeta/);
    }
    // A program that reads it takes it for what it was.
    expect(await kept(`report.${kind}`, bytes)).toEqual(bytes);
  });

  test("of a PDF tell nothing either, and no byte moves", async () => {
    const photo = await aPhoto(64, 48);
    const sent = aPdf("", aStream(photo.toString("latin1")) + aStream("words"));
    const bytes = await kept("report.pdf", sent);
    expect(bytes.length).toBe(sent.length);
    expect(bytes.toString("latin1")).not.toMatch(/SECRET|Exif|xmpmeta/);
    const at = bytes.indexOf(Buffer.from([0xff, 0xd8, 0xff]));
    const [was, is] = [
      await decode(Buffer.from(photo)),
      await decode(Buffer.from(bytes.subarray(at, at + photo.length))),
    ];
    expect([is.width, is.height].toSorted()).toEqual([was.width, was.height].toSorted());
    expect(await kept("report.pdf", bytes)).toEqual(bytes);
  });

  test("that tell nothing leave the document byte for byte as it was", async () => {
    const [photo] = Object.values(await telling());
    const silent = withoutCameraData(photo ?? Buffer.alloc(0));
    const sent = anOfficeFile("docx", [{ name: "word/media/image1.jpg", content: silent }]);
    expect(await kept("report.docx", sent)).toEqual(sent);
  });
});

describe("what only looks like a picture", () => {
  test("in a PDF is not touched", async () => {
    const chance = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0x00, 0x20]), Buffer.alloc(200, 7)]);
    const sent = aPdf("", aStream(chance.toString("latin1")));
    expect(await kept("report.pdf", sent)).toEqual(sent);
  });

  test("and takes more than a file may is passed on as it is", async () => {
    const photo = await aPhoto(64, 48);
    const large = Buffer.concat([photo, Buffer.alloc(21 * 1024 * 1024)]);
    const sent = anOfficeFile("docx", [{ name: "word/media/image1.jpg", content: large }]);
    expect((await kept("report.docx", sent)).equals(sent)).toBe(true);
  });
});

test("a preview behind a picture tells nothing either", async () => {
  const photo = await aPhoto(64, 48);
  expect(withoutCameraData(Buffer.concat([photo, photo])).toString("latin1")).not.toMatch(/SECRET|Exif|xmpmeta/);
});

describe("a picture without what a camera wrote", () => {
  test("has the same pixels", async () => {
    for (const [name, picture] of Object.entries(await telling())) {
      const without = withoutCameraData(picture);
      expect(without.length, name).toBeLessThan(picture.length);
      const [was, is] = [await decode(Buffer.from(picture)), await decode(Buffer.from(without))];
      // Which way up a photo was held was told beside its pixels.
      expect([is.width, is.height].toSorted(), name).toEqual([was.width, was.height].toSorted());
    }
  });

  test("is what it was where it is broken off, or no picture at all", async () => {
    const photo = await aPhoto(64, 48);
    for (const odd of [photo.subarray(0, 40), Buffer.from("words"), Buffer.alloc(0), Buffer.from([0xff, 0xd8, 0xff])])
      expect(withoutCameraData(odd).length).toBeLessThanOrEqual(odd.length);
  });
});

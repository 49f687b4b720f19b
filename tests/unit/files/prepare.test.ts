import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { prepareFile, type Ready } from "#lib/data/files/intake/prepare.ts";
import { decode } from "#lib/data/files/pictures/codecs.ts";
import type { Accept } from "#lib/domain/files/kinds.ts";
import { refusalWords } from "#lib/domain/files/refusals.ts";
import { aClearPng, aJpeg, aPhoto, aPng, aWebp, aWideProfile, colourAt } from "#tests/support/files/pictures.ts";
import { tricks } from "./hostile-files.ts";
import { answerTo, kindsMissing, known, tabled } from "./table.ts";

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function prepare(name: string, accept: Accept, bytes: Buffer) {
  const folder = await mkdtemp(join(tmpdir(), "prepare-"));
  folders.push(folder);
  const path = join(folder, "sent");
  await writeFile(path, bytes);
  return prepareFile(path, name, accept, folder);
}

const bytesOf = ({ content }: Pick<Ready, "content">) => {
  if (!("path" in content)) throw new Error("it is in memory");
  return readFile(content.path);
};

async function aPicture(name: string, bytes: Buffer) {
  const ready = await prepare(name, "images", bytes);
  if (!ready.ok || !ready.value.picture) throw new Error(JSON.stringify(ready));
  return { ...ready.value, picture: ready.value.picture };
}

const secret = Buffer.from("Comment\0SECRETPLACE");

/** A WebP with what cameras write behind its pixels, in the longer form of such files. */
function aWebpThatTells(simple: Buffer): Buffer {
  const piece = (name: string, content: Buffer) => {
    const head = Buffer.from(`${name}\0\0\0\0`, "latin1");
    head.writeUInt32LE(content.length, 4);
    return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
  };
  const more = Buffer.from([0x0c, 0, 0, 0, 39, 0, 0, 29, 0, 0]);
  const pieces = [piece("VP8X", more), simple.subarray(12), piece("EXIF", secret), piece("XMP ", secret)];
  const body = Buffer.concat([Buffer.from("WEBP"), ...pieces]);
  return piece("RIFF", body);
}

describe("a file that is sent", () => {
  test.each(tricks)(
    "$what ($name) (V1.3.4, V1.5.1, V5.2.2, V5.2.3, V5.3.2)",
    { timeout: 60_000 },
    async ({ what, name, accept, bytes, ends }) => {
      const ready = await prepare(name, accept, await bytes());
      expect(ready.ok ? { kept: ready.value.name } : ready.reason.because).toEqual(ends);
      expect(ready.ok ? `Kept as ${ready.value.name}` : refusalWords(ready.reason)).toBe(answerTo(what));
      // A refusal says what is wrong, and then what to do.
      if (!ready.ok)
        expect(refusalWords(ready.reason)).toMatch(
          /^[A-Z][^]+[.:] [^]*\b(?:[Aa]dd|Open|Save|Change|Make|Have)\b[^]*\.$/,
        );
    },
  );

  test("every kind of hostile file that is listed is in the table, and nothing in it is not sent", () => {
    expect(kindsMissing()).toEqual([]);
    expect(tabled.map(({ what }) => what).toSorted()).toEqual([...tricks, ...known].map(({ what }) => what).toSorted());
    expect(kindsMissing(tabled.filter(({ kind }) => kind !== "polyglot"))).toEqual(["polyglot"]);
  });

  test("a HEIC photo is told what it is", async () => {
    const heic = tricks.find(({ what }) => what === "a HEIC photo");
    const ready = await prepare("a.heic", "images", await heic!.bytes());
    expect(ready.ok || refusalWords(ready.reason)).toBe("This is a HEIC photo. Save it as JPEG and add that.");
  });
});

describe("a picture", { timeout: 30_000 }, () => {
  test("is made again in every width there is room for, and never larger than it was", async () => {
    const { content: _, ...large } = await aPicture("bus.jpg", await aJpeg(2000, 1000));
    expect(large).toMatchObject({ name: "bus.jpg", type: "image/jpeg", picture: { width: 1280, height: 640 } });
    expect(large.picture.widths.map(({ width }) => width)).toEqual([1280, 960, 640, 320]);
    const sizes = await Promise.all(large.picture.widths.map(async (one) => decode(Buffer.from(await bytesOf(one)))));
    expect(sizes.map(({ width, height }) => [width, height])).toEqual([
      [1280, 640],
      [960, 480],
      [640, 320],
      [320, 160],
    ]);

    const small = await aPicture("bus.webp", await aWebp(330, 100));
    expect(small).toMatchObject({ name: "bus.jpg", picture: { width: 330, height: 100 } });
    expect(small.picture.widths.map(({ width }) => width)).toEqual([320]);
    expect((await aPicture("bus.png", aPng(20, 10))).picture).toMatchObject({ width: 20, height: 10, widths: [] });
  });

  test("leaves behind where and with what it was taken, and stands the way up it was taken", async () => {
    const photo = await aPhoto();
    expect(photo.toString("latin1")).toMatch(/SECRETCAM[^]*SECRETPLACE[^]*SECRETCOMMENT/);
    const { picture, ...whole } = await aPicture("bus.jpg", photo);
    expect(picture).toMatchObject({ width: 300, height: 400 });
    for (const one of [whole, ...picture.widths]) {
      const bytes = await bytesOf(one);
      expect(bytes.toString("latin1")).not.toMatch(/SECRET|Exif|http:|ICC_PROFILE|EXIF|XMP/);
    }
    const bytes = await bytesOf(whole);
    const [top, bottom] = [await colourAt(bytes, 150, 20), await colourAt(bytes, 150, 380)];
    expect(top[0]! > 150 && top[2]! < 80).toBe(true);
    expect(bottom[2]! > 150 && bottom[0]! < 80).toBe(true);
  });

  test.each([
    [
      "a PNG",
      "bus.png",
      () =>
        aPng(40, 30, {
          extra: [
            ["eXIf", secret],
            ["tEXt", secret],
            ["iTXt", Buffer.from("Comment\0\0\0\0\0SECRETPLACE")],
          ],
        }),
    ],
    ["a WebP", "bus.webp", async () => aWebpThatTells(await aWebp(40, 30))],
  ])("leaves it behind in %s too", async (_what, name, make) => {
    const sent = await make();
    expect(sent.toString("latin1")).toContain("SECRET");
    const { picture, ...whole } = await aPicture(name, sent);
    for (const one of [whole, ...picture.widths])
      expect((await bytesOf(one)).toString("latin1")).not.toMatch(/SECRET|EXIF|eXIf|XMP/);
  });

  test("with the colours of a telephone has those that every screen shows", async () => {
    const wide = await aPhoto(64, 64, { orientation: 1, profile: aWideProfile() });
    const [before, after] = [
      await colourAt(wide, 10, 32),
      await colourAt(await bytesOf(await aPicture("a.jpg", wide)), 10, 32),
    ];
    // The same red needs more of red, and none of the other two, on a screen that shows less.
    expect([after[0]! > before[0]! + 5, after[1]! < 15, after[2]! < 30]).toEqual([true, true, true]);

    const broken = await aPhoto(64, 64, { orientation: 1, profile: Buffer.from("no profile at all") });
    const kept = await colourAt(await bytesOf(await aPicture("a.jpg", broken)), 10, 32);
    expect(kept.every((part, at) => Math.abs(part - before[at]!) < 8)).toBe(true);
  });

  test("that can be seen through stands on white", async () => {
    expect(await colourAt(await bytesOf(await aPicture("logo.png", aClearPng(100, 100))), 5, 5)).toEqual([
      255, 255, 255,
    ]);
  });
});

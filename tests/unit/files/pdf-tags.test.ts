import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { isTagged } from "#lib/data/files/checks/pdf-tags.ts";
import { aPdf, aStream, packed } from "#tests/support/files/pdfs.ts";

const folder = await mkdtemp(join(tmpdir(), "pdf-tags-"));
afterAll(() => rm(folder, { recursive: true }));

async function tagged(pdf: Buffer) {
  const path = join(folder, "a.pdf");
  await writeFile(path, pdf);
  return isTagged(path);
}

test.each([
  ["in its catalogue", aPdf("/MarkInfo<</Marked true>>")],
  ["in its catalogue, after something else", aPdf("/MarkInfo <</Suspects false /Marked\n true>>")],
  ["in an object of its own", aPdf("/MarkInfo 5 0 R", "5 0 obj\n<</Marked true>>\nendobj\n")],
  ["in packed objects", aPdf("", packed("1 0 <</Type/Catalog/MarkInfo<</Marked true>>>>"))],
  ["in the second of two packed lots", aPdf("", packed("1 0 <<>>") + packed("1 0 <</MarkInfo<</Marked true>>>>"))],
])("a PDF that says %s that it is tagged is tagged", async (_, pdf) => {
  expect(await tagged(pdf)).toBe(true);
});

test.each([
  ["says nothing of it", aPdf()],
  ["says that it is not", aPdf("/MarkInfo<</Marked false>>")],
  ["says nothing of it in packed objects", aPdf("", packed("1 0 <</Type/Catalog>>"))],
  ["has streams of other things", aPdf("", aStream("words"))],
])("a PDF that %s is not", async (_, pdf) => {
  expect(await tagged(pdf)).toBe(false);
});

test.each([
  ["says so elsewhere", aPdf("/MarkInfo<</Marked 7 0 R>>")],
  ["has packed objects that are broken", aPdf("", packed("", { bytes: Buffer.from("nothing") }))],
  ["unpacks to very much", aPdf("", packed(" ".repeat(40 * 2 ** 20)))],
  ["has packed objects where none can be seen", aPdf("/A /ObjStm")],
])("of a PDF that %s nobody can tell", async (_, pdf) => {
  expect(await tagged(pdf)).toBeNull();
});

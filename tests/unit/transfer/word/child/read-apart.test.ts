import { tmpdir } from "node:os";
import { strToU8 } from "fflate";
import { expect, test, vi } from "vitest";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { createLog } from "#lib/ops/log.ts";
import { readWordApart } from "#lib/transfer/word/child/read-apart.ts";
import { aPng } from "#tests/support/files/pictures.ts";
import { tampered } from "#tests/support/word/hostile-files.ts";

const template = getTemplate("case-study-1");
const images = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";

const other = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Risk register</w:t></w:r></w:p>';

/** A document of ours that ends with a heading of somebody's own, some XML, and pictures. */
const withBody = (xml: string, pictures: readonly Uint8Array[] = []) =>
  tampered((parts) => {
    const put = (name: string, before: string, more: string) =>
      (parts[name] = strToU8(Buffer.from(parts[name]!).toString("utf8").replace(before, `${more}${before}`)));
    const related = pictures.map((bytes, at) => {
      parts[`word/media/more${at}.png`] = bytes;
      return `<Relationship Id="more${at}" Type="${images}" Target="media/more${at}.png"/>`;
    });
    const drawn = pictures.map((_, at) => `<w:p><w:r><w:drawing><a:blip r:embed="more${at}"/></w:drawing></w:r></w:p>`);
    put("word/_rels/document.xml.rels", "</Relationships>", related.join(""));
    put("word/document.xml", "<w:sectPr", other + xml + drawn.join(""));
  });

test("a fault of ours is logged, and is not told as the file's", async () => {
  const lines: string[] = [];
  const log = createLog("warn", { write: (line) => void lines.push(line) });
  const cwd = vi.spyOn(process, "cwd").mockReturnValue(tmpdir());
  const read = await readWordApart(await withBody(""), template, { seconds: 10, log });
  cwd.mockRestore();
  expect(read).toEqual({ ok: false, reason: "failed" });
  expect(lines.join("")).toMatch(/"level":50.*"code":1.*program\.ts/);
});

test("a list on a level that there is not is a list", async () => {
  const item = (level: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Item ${level}</w:t></w:r></w:p>`;
  const read = await readWordApart(await withBody(["-1", "0.5", "5000000000"].map(item).join("")), template);
  expect(JSON.stringify(read)).toMatch(/Item -1.*Item 0\.5.*Item 5000000000/);
});

test("a NUL in a document goes no further", async () => {
  const read = await readWordApart(await withBody("<w:p><w:r><w:t>Harbour\0town</w:t></w:r></w:p>"), template);
  expect(JSON.stringify(read)).toContain("Harbourtown");
});

test("pictures larger than any camera's are left, and so are those beyond thirty; the words are read", async () => {
  const many = Array.from({ length: 31 }, (_, at) => aPng(8 + at, 8));
  const read = await readWordApart(await withBody("", [aPng(8000, 6250), ...many]), template, { seconds: 60 });
  expect(read).toMatchObject({ ok: true, value: { raw: { title: "Night buses" }, picturesLeft: 2 } });
  if (!read.ok) return;
  expect(read.value.pictures.map(({ width }) => width)).toEqual(many.slice(0, 29).map((_, at) => 8 + at));
  expect(read.value.leftovers.at(-1)?.text).toMatch(/too large/);
});

import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { readWord } from "#lib/transfer/word/reading/read-word.ts";
import { writeWord } from "#lib/transfer/word/writing/write-word.ts";
import { wordContent } from "#tests/support/word/answers.ts";
import { example, exampleContact } from "#tests/support/word/example.ts";
import { aPng } from "#tests/support/word/png.ts";
import { officersFiles } from "#tests/support/word/officers-files.ts";

const template = getTemplate("case-study-1");
const read = async (bytes: Uint8Array) => {
  const outcome = await readWord(bytes, template);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
};
const fixture = (name: string) => read(readFileSync(join("tests/fixtures/word", `${name}.docx`)));

test("what LibreOffice saved without a change comes back as it was", async () => {
  const { exact, leftovers, pictures } = await fixture("saved-in-libreoffice");
  expect(exact).toEqual(example);
  expect({ leftovers, pictures }).toEqual({ leftovers: [], pictures: [] });
});

test("what was changed in it is read, and the rest comes back as it was", async () => {
  const { exact, raw, leftovers } = await fixture("changed-and-saved-in-libreoffice");
  const { challenge, measures, lessons, ...others } = example;
  expect(exact).toEqual(others);
  expect(raw["challenge"]).toBe(String(challenge).replace("19:20", "19:45"));
  expect(raw["measures"]).toEqual(
    (measures as object[]).map((row, index) => (index ? row : { ...row, after: "1,200" })),
  );
  expect(raw["lessons"]).toBe(`${String(lessons).replaceAll("*", "_")}\n\n**Ask the drivers.**`);
  expect(leftovers).toEqual([]);
});

test("our template, edited as people do in it and saved by it, fills the form", async () => {
  const { raw, leftovers, pictures } = await fixture("edited-in-libreoffice");
  expect(raw).toEqual({
    title: "Night buses for the harbour, edited live",
    council: "Thanet",
    summary: "Three councils ran one late timetable. Use grew.",
    topics: ["Buses", "Libraries"],
    ...{ start: "April 2024", outcome: "Mixed", cost: "£10,000 to £50,000", funding: "Fares" },
    // Tracked changes are taken, comments left, and a box of text stands below what it is beside.
    challenge: "The last bus left at seven.\n\nNobody could get home. They walked.\n\nSaid in a box: 412 were asked.",
    solution:
      "**We moved two vehicles**.\n\nThese are the buses:\n\n| Town | Buses |\n| - | - |\n| Deal | 8 |\n| Dover | 12 |",
    impact:
      "Use grew to 1,140 passengers.\n\n- more passengers\n- fewer calls\n\nRead the [full report](https://example.org/report) online",
    measures: [{ name: "Passengers", before: "300", after: "1,140", unit: "people" }],
    people: "There is a bus home now.",
    sustained: "Fares pay for it (Until March 2027.).",
    lessons: "Tell the drivers first.",
    links: [{ title: "Timetable", url: "https://example.org/timetable" }],
    contact: { email: "transport@thanet.example" },
  });
  expect(leftovers).toEqual([{ heading: "Risk register", text: "Not for publication." }]);
  expect(pictures.map(({ question, title, alt, credit }) => [question, title, alt, credit])).toEqual([
    ["lessons", "", "A red bus at night", ""],
    ["images", "The harbour", "", "The council"],
  ]);
});

const everyShape = [
  "- [x] done\n- [ ] to do\n\n  ```\n  code\n  ```\n\n  > quoted",
  "1. one\n   - in it\n\n   more of one\n2. two",
  "| Fare | Buses |\n| -: | :-: |\n| £2 | 8 |",
  "| Alone |\n| - |\n| yes |",
  "[01843 577000](tel:01843577000)",
].join("\n\n");

const hasLibreOffice = spawnSync("soffice", ["--version"], { timeout: 20_000 }).status === 0;
if (!hasLibreOffice)
  console.warn("LibreOffice is not installed (apt-get install libreoffice-writer-nogui): nothing is saved with it.");

/** Opens files in LibreOffice and saves them as Word files again. */
async function resave(files: Record<string, Uint8Array>): Promise<Record<string, Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), "word-"));
  const names = Object.keys(files);
  names.forEach((name, index) => writeFileSync(join(folder, `${index}.docx`), files[name]!));
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const inputs = names.map((_, index) => join(folder, `${index}.docx`));
  const out = join(folder, "saved");
  await promisify(execFile)(
    "soffice",
    [profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", out, ...inputs],
    { timeout: 100_000 },
  );
  return Object.fromEntries(names.map((name, index) => [name, readFileSync(join(out, `${index}.docx`))]));
}

test.skipIf(!hasLibreOffice)(
  "saved by LibreOffice now, everything is read as before",
  { timeout: 120_000 },
  async () => {
    const [image] = example["images"] as { attachment: string }[];
    const picture = { type: "png", bytes: aPng, width: 1, height: 1 } as const;
    const shown = new Map([[image!.attachment, { name: "bus.png", address: null, picture }]]);
    const ours = await writeWord(wordContent({ template, answers: example, contact: exampleContact, files: shown }));
    const made = await Promise.all(
      Object.entries(officersFiles).map(async ([name, make]) => [name, await make()] as const),
    );
    const shapes = await writeWord(wordContent({ template, answers: { challenge: everyShape } }));
    const files: Record<string, Uint8Array> = { ours, shapes, ...Object.fromEntries(made) };
    const saved = await resave(files);
    for (const [name, bytes] of Object.entries(files)) {
      const [before, after] = [await read(bytes), await read(saved[name]!)];
      const shape = ({ raw, exact, leftovers, pictures, mixed }: typeof before) => ({
        raw,
        exact,
        leftovers,
        mixed,
        pictures: pictures.length,
      });
      expect(shape(after), name).toEqual(shape(before));
    }
  },
);

import { beforeAll, expect, test } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import { eachPublished } from "#lib/data/downloads/published.ts";
import { listEntries } from "#lib/data/feeds/entries.ts";
import { caseStudiesCsvHead, caseStudiesCsvLines } from "#lib/feeds/case-studies-csv.ts";
import { downloadFiles } from "#lib/feeds/downloads/files.ts";
import { paths } from "#lib/http/paths.ts";
import type { Person } from "#lib/commands/imports/bring-in.ts";
import { bring, check } from "#tests/support/imports/importing.ts";
import { aRow, aTable } from "#tests/support/imports/tables.ts";
import { aPerson } from "#tests/support/people.ts";
import { loadReferenceLists } from "#prisma/seed/reference.ts";

let actor: Person;
const signpost = {
  ...{ reference: "s", kind: "signpost", title: "=Elsewhere", council: "Kent", summary: "Told elsewhere." },
  ...{ topics: "Libraries", source: "Read it there https://example.org/a", lead: "Libraries" },
};

beforeAll(async () => {
  await loadReferenceLists();
  actor = await aPerson("administrator");
  const rows = [aRow(1), aRow(2, { links: "", funding: "+44 pounds" }), signpost];
  const names = [...Object.keys(aRow(1)), "source", "lead"];
  await bring(aTable(rows, names), { actor, publish: true, reason: "A test", source: "Before" });
});

async function downloadOf(name: string, only: string | null = null): Promise<string> {
  const file = downloadFiles.find((one) => one.name === name)!;
  let text = file.head();
  for await (const records of eachPublished(db))
    text += records
      .filter(({ slug }) => only === null || slug === only)
      .map(file.line)
      .join("");
  return text;
}

async function listing(): Promise<string> {
  const slugs = (await db.listing.findMany()).map(({ slug }) => slug);
  return caseStudiesCsvHead() + caseStudiesCsvLines(await listEntries(slugs), paths.caseStudy);
}

test.each([
  ["casebook.csv", () => downloadOf("casebook.csv")],
  ["casebook.jsonl.gz", () => downloadOf("casebook.jsonl.gz")],
  ["case-studies.csv", listing],
])("what this site gives as %s says nothing new to it, and makes case studies elsewhere", async (name, file) => {
  const text = await file();
  const own = await check(text, { actor, source: `Own ${name}` });
  expect(own.rows.flatMap(({ findings }) => findings.filter(({ weight }) => weight !== "note"))).toEqual([]);
  expect(own.counts).toEqual({ new: 0, changed: 0, unchanged: 3, wrong: 0 });

  const elsewhere = text
    .replaceAll("/case-studies/", "https://other.example/case-studies/")
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => `x${id}`);
  expect((await check(elsewhere, { actor, source: name })).counts).toEqual({
    new: 3,
    changed: 0,
    unchanged: 0,
    wrong: 0,
  });
});

test("a row of its own file that was changed becomes the next version of that case study", async () => {
  const text = (await downloadOf("casebook.csv")).replace("Told elsewhere.", "Told in another way.");
  const { counts, rows } = await bring(text, { actor, source: "Corrected", publish: true, reason: "Corrected" });
  expect(counts.changed).toBe(1);
  expect(rows.find(({ outcome }) => outcome === "changed")?.findings[0]?.message).toBe("Summary");
  expect(await db.listing.count()).toBe(3);
  expect(await db.listing.findFirst({ where: { slug: "elsewhere" } })).toMatchObject({
    summary: "Told in another way.",
  });
});

test.each(["withdraw", "unpublish"] as const)(
  "what was taken down by %s is not brought back by an older file",
  async (move) => {
    const source = `Before ${move}`;
    const row = aRow(7, { reference: move, title: `Taken down by ${move}` });
    await bring(aTable([row]), { actor, publish: true, reason: "A test", source });
    const { slug, caseStudyId } = await db.listing.findFirstOrThrow({ where: { title: row["title"] ?? "" } });
    const listed = caseStudiesCsvHead() + caseStudiesCsvLines(await listEntries([slug]), paths.caseStudy);
    const files = [listed, await downloadOf("casebook.csv", slug)];
    const { id, latestRevision: basedOn } = await db.version.findFirstOrThrow({ where: { caseStudyId } });
    expect(await moveVersion({ id, basedOn, move, actor, reason: "It named somebody." })).toMatchObject({ ok: true });

    const again = { actor, publish: true, reason: "Once more" };
    const before = await db.caseStudy.count();
    for (const [index, file] of files.entries()) {
      const same = await bring(file, { ...again, source: `Own file ${index} ${move}` });
      expect(same.counts).toEqual({ new: 0, changed: 0, unchanged: 1, wrong: 0 });
      const changed = file.replace("Taken down by", "Brought back after");
      const { rows } = await bring(changed, { ...again, source: `Changed file ${index} ${move}` });
      expect(rows).toMatchObject([
        {
          outcome: "wrong",
          caseStudyId,
          findings: [{ message: expect.stringMatching(/^It was declined or taken down here/) }],
        },
      ]);
    }
    expect(await db.caseStudy.count()).toBe(before);
    expect(await db.listing.count({ where: { caseStudyId } })).toBe(0);
  },
);

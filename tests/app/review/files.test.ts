import { signIn } from "#tests/support/signed-in.ts";
import { beforeAll, expect, test } from "vitest";
import { GET as queueFile } from "#app/(editorial)/editor/queue/csv/route.ts";
import { GET as suggestionsFile } from "#app/(editorial)/editor/suggestions/csv/route.ts";
import { GET as columnsFile } from "#app/(editorial)/editor/imports/columns.csv/route.ts";
import { db } from "#lib/data/db.ts";
import { problemName, problems } from "#lib/domain/suggestion.ts";
import { aPerson } from "#tests/support/people.ts";
import { aVersion } from "#tests/support/versions.ts";

beforeAll(async () => {
  await signIn(await aPerson("editor"));
});
const asked = (path: string) => new Request(`https://casebook.example${path}`);

test("the queue as a file has what its page has under the same filters, and no address of anybody", async () => {
  const { id } = await aVersion("submitted");
  await aVersion("draft");
  const answer = await queueFile(asked("/editor/queue/csv?tab=all"));
  expect(answer.headers.get("content-disposition")).toContain("casebook-queue.csv");
  const lines = (await answer.text()).trim().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(id.replaceAll("-", "").slice(-8).toUpperCase().slice(0, 4));
  expect(lines.join()).not.toContain("@council.example");
  const none = await queueFile(asked("/editor/queue/csv?tab=all&q=nothing+like+it"));
  expect((await none.text()).trim().split("\r\n")).toHaveLength(1);
});

test("suggestions as a file run no formula and name nobody who made them", async () => {
  const { caseStudyId } = await aVersion("published");
  const { id: fromId } = await aPerson();
  const about = { caseStudyId, fromId, at: new Date() };
  const text = "=cmd|' /C calc'!A0, ask me at reader@council.example";
  await db.suggestion.create({ data: { ...about, key: crypto.randomUUID(), text } });
  await db.suggestion.create({ data: { ...about, key: crypto.randomUUID(), text: "Done", handledAt: new Date() } });
  const kind = problems[0]?.value ?? "";
  await db.suggestion.create({ data: { ...about, key: crypto.randomUUID(), text: "The picture", kind } });
  const open = await (await suggestionsFile(asked("/editor/suggestions/csv"))).text();
  expect(open).toContain("\"'=cmd|' /C calc'!A0, ask me at (e-mail address)\"");
  expect(open).not.toContain("@council.example");
  expect(open).not.toContain("Done");
  expect(open).toContain(`,Suggestion,"'=cmd`);
  expect(open).toContain(`,${problemName(kind)},The picture`);
  expect(await (await suggestionsFile(asked("/editor/suggestions/csv?tab=settled"))).text()).toContain("Done");
});

test("the empty file names every column", async () => {
  expect(await (await columnsFile()).text()).toMatch(/^kind,reference,title,council,.*contactPhone\r\n$/);
});

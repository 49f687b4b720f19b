import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test, vi } from "vitest";
import { addPerson } from "#lib/commands/people/add-person.ts";
import { db } from "#lib/data/db.ts";
import { prepareQueue } from "#lib/jobs/prepare-queue.ts";
import { aPerson } from "#tests/support/people.ts";
import { snapshot } from "#tests/support/snapshot.ts";
import { canary, somebodyEverywhere } from "#tests/support/somebody-everywhere.ts";
import { whereIsAnywhere } from "#tests/support/tables.ts";
import { aDraft } from "#tests/support/versions.ts";

const folder = await mkdtemp(join(tmpdir(), "casebook-files-"));
vi.stubEnv("FILES_DIR", folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

const execute = promisify(execFile);

/** A program on the database of this test. @returns what it printed, or what it complained of */
const run = (program: "erase" | "about", ...args: string[]): Promise<{ printed: string; code: number }> =>
  execute(process.execPath, [`lib/programs/people/${program}.ts`, ...args], { env: process.env }).then(
    ({ stdout, stderr }) => ({ printed: stdout + stderr, code: 0 }),
    ({ stdout, stderr, code }: { stdout: string; stderr: string; code: number }) => ({
      printed: stdout + stderr,
      code,
    }),
  );

/** In words that stay, for an editor to redact. */
const words = [
  ...["public.Comment.text", "public.Event.reason", "public.ListingText.body", "public.Revision.answers"],
  "public.Suggestion.text",
];

test("one command shows, counts and clears somebody, in every table of every schema, in the files and in the log", async () => {
  await prepareQueue(process.env["DATABASE_URL"] ?? "");
  const { id } = await somebodyEverywhere();
  const before = await snapshot();

  const shown = await run("about", canary.email);
  expect(shown.code).toBe(0);
  expect(JSON.parse(shown.printed)).toMatchObject({ heldAbout: canary.email });
  expect(shown.printed).toContain(canary.phone);
  const rehearsed = await run("erase", canary.email, "--dry-run");
  expect(rehearsed.code).toBe(0);
  expect(rehearsed.printed).toMatch(/^ +3 {2}Your draft/m);
  expect(rehearsed.printed).toContain("3 would be deleted whole, and 1 would stay, without them");
  expect(rehearsed.printed).toContain("Nothing has been changed.");
  expect(await snapshot()).toEqual(before);
  expect(await whereIsAnywhere(canary.phone)).toContain("public.Contact.phone");

  const erased = await run("erase", canary.email);
  expect(erased.code).toBe(0);
  expect(erased.printed).toContain("Done. Of their case studies 3 were deleted whole.\n");
  expect(erased.printed).toContain("\n1 stay, without them");
  expect(erased.printed).toMatch(/Words name them in 4 places/);
  expect(erased.printed.split("Done.")[1]).not.toMatch(/quillon|canary\.example|07700/i);
  expect((await whereIsAnywhere(canary.name, canary.email)).filter((place) => !/^search\./.test(place))).toEqual(words);
  expect(await whereIsAnywhere(canary.phone, id)).toEqual([]);
  for (const file of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (file.isFile())
      expect(String(await readFile(join(file.parentPath, file.name)))).not.toMatch(/quillon|canary\.example|07700/i);
  expect(await run("erase", canary.email)).toMatchObject({ code: 0 });
});

test("whoever is only a contact goes as well", async () => {
  const contact = { name: "Only A. Contact", email: "only@contact.example", phone: "01234 555000" };
  await aDraft({ contact });
  expect((await run("erase", "only@contact.example", "--dry-run")).printed).toMatch(/^ +1 {2}A contact’s name/m);
  expect(await db.person.count({ where: { email: contact.email } })).toBe(0);
  expect((await run("erase", "Only@Contact.example")).code).toBe(0);
  expect(await whereIsAnywhere(contact.name, contact.email, contact.phone)).toEqual([]);
});

test("an editor is not erased, and why and what to do first is said", async () => {
  const { id } = await aPerson("editor");
  const { email } = await db.person.findUniqueOrThrow({ where: { id } });
  const { printed, code } = await run("erase", email);
  expect(code).toBe(1);
  expect(printed).toMatch(/This is an editor\. Editors are not erased .* Nothing has been changed\./);
  expect(await db.person.count({ where: { id } })).toBe(1);
});

test("nothing to erase, and nobody named", async () => {
  await addPerson({ email: "somebody.else@council.example" });
  const nobody = await run("erase", "nobody@nowhere.example");
  expect(nobody).toEqual({ code: 0, printed: "Nothing is held under nobody@nowhere.example.\n" });
  for (const args of [[], ["somebody"], ["a@b.example", "c@d.example"], ["a@b.example", "--show"]])
    expect(await run("erase", ...args)).toMatchObject({ code: 1, printed: expect.stringMatching(/^Say whose/) });
  // What takes something away is no flag of what only shows it.
  for (const flag of ["--dry-run", "--show"])
    expect(await run("about", "a@b.example", flag)).toMatchObject({
      code: 1,
      printed: expect.stringMatching(/^Say whose/),
    });
});

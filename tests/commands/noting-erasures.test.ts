import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, onTestFinished, test, vi } from "vitest";
import { eraseAgain } from "#lib/commands/people/erasing/erase-again.ts";
import { erasePerson } from "#lib/commands/people/erasing/erase-person.ts";
import { requestErasure } from "#lib/commands/people/erasing/request-erasure.ts";
import { db } from "#lib/data/db.ts";
import { eachErasure, noteErasure } from "#lib/data/files/erasures.ts";
import { aVersion } from "#tests/support/versions.ts";

const folder = await mkdtemp(join(tmpdir(), "casebook-noting-"));
vi.stubEnv("FILES_DIR", folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** From now until the test ends, whatever removes a person or a version fails where all of it should last. */
async function failAtTheEnd() {
  await db.$executeRaw`create or replace function fail_at_the_end() returns trigger language plpgsql as
    $$ begin raise exception 'the database went away'; end $$`;
  await db.$executeRaw`create constraint trigger "fails" after delete on "Person" deferrable initially deferred
    for each row execute function fail_at_the_end()`;
  await db.$executeRaw`create constraint trigger "fails" after delete on "Version" deferrable initially deferred
    for each row execute function fail_at_the_end()`;
  onTestFinished(async () => {
    await db.$executeRaw`drop function fail_at_the_end() cascade`;
  });
}

async function listNoted() {
  const ids = [];
  for await (const { id } of eachErasure()) ids.push(id);
  return ids;
}

test("an erasure that fails in its last moment is not made up for at night", async () => {
  const one = await aVersion("draft");
  const other = await aVersion("published");
  await failAtTheEnd();
  await expect(requestErasure({ versionId: one.id })).rejects.toThrow("went away");
  await expect(erasePerson({ personId: other.author.id })).rejects.toThrow("went away");
  expect(await listNoted()).toEqual([]);

  expect(await eraseAgain()).toEqual({ erased: 0, left: [] });
  expect(await db.version.count({ where: { id: { in: [one.id, other.id] } } })).toBe(2);
});

test("one that had been noted before stays noted, and one that lasts is", async () => {
  const { author } = await aVersion("draft");
  await noteErasure({ what: "person", id: author.id });
  await failAtTheEnd();
  await expect(erasePerson({ personId: author.id })).rejects.toThrow("went away");
  expect(await listNoted()).toEqual([author.id]);
  await db.$executeRaw`drop function fail_at_the_end() cascade`;
  await db.$executeRaw`create function fail_at_the_end() returns trigger language plpgsql as $$ begin return null; end $$`;

  expect(await eraseAgain()).toMatchObject({ erased: 1 });
  expect(await listNoted()).toContain(author.id);
});

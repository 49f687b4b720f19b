import { execFile } from "node:child_process";
import { mkdtemp, readdir, rename, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test, vi } from "vitest";
import { addPerson } from "#lib/commands/people/add-person.ts";
import { eraseAgain } from "#lib/commands/people/erase-again.ts";
import { erasePerson } from "#lib/commands/people/erase-person.ts";
import { requestErasure } from "#lib/commands/people/request-erasure.ts";
import { db } from "#lib/data/db.ts";
import { whereIs } from "#tests/support/tables.ts";
import { aDraft } from "#tests/support/versions.ts";

const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), "casebook-erasures-"));
const [archive, notes] = [join(folder, "backup"), join(folder, "files", "erasures")];
vi.stubEnv("FILES_DIR", join(folder, "files"));
afterAll(() => rm(folder, { recursive: true, force: true }));

const program = async (name: "backup" | "restore", ...args: string[]) =>
  (await run(process.execPath, [`lib/programs/${name}/${name}.ts`, ...args], { env: process.env })).stdout;
const erased = { name: "Quillon Zebedee", email: "quillon_z@canary.example" };
const partly = { name: "Bartholo Underhill", email: "bartholo_u@canary.example" };

test("who was erased after a backup is erased again when it is put back (P5)", async () => {
  const { id } = await addPerson({ ...erased, emailProvedAt: new Date() });
  await aDraft({ personId: id, contact: { ...erased, phone: "" } });
  const other = await addPerson({ ...partly, emailProvedAt: new Date() });
  const gone = await aDraft({ personId: other.id });
  const kept = await aDraft({ personId: other.id });
  await program("backup", archive);

  expect(await erasePerson({ personId: id })).toMatchObject({ ok: true });
  expect(await requestErasure({ versionId: gone.versionId })).toMatchObject({ ok: true });
  const names = [`person-${id}`, `version-${gone.versionId}`];
  expect((await readdir(notes)).toSorted()).toEqual(names);
  expect(await whereIs(...Object.values(erased))).toEqual([]);

  // Without what is remembered, they would be back.
  await rename(notes, `${notes}-away`);
  await program("restore", archive, "--replace");
  expect(await whereIs(...Object.values(erased))).toContain("Person.email");
  await rename(`${notes}-away`, notes);

  expect(await program("restore", archive, "--replace")).toContain(
    "Erased again, as they were erased after the backup: 2.",
  );
  expect(await whereIs(...Object.values(erased))).toEqual([]);
  expect(await db.version.findMany({ select: { id: true } })).toEqual([{ id: kept.versionId }]);
  expect(await db.person.findUnique({ where: { id: other.id } })).toMatchObject(partly);
  expect(await eraseAgain()).toBe(0);
}, 60_000);

test("what no backup can hold any more is forgotten", async () => {
  const before = await readdir(notes);
  expect(before).toHaveLength(2);
  const long = new Date(Date.now() - 71 * 24 * 60 * 60 * 1000);
  await utimes(join(notes, before[0] ?? ""), long, long);
  await eraseAgain();
  expect(await readdir(notes)).toEqual([before[1]]);
});

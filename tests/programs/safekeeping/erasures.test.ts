import { execFile } from "node:child_process";
import { mkdtemp, readdir, rename, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, test, vi } from "vitest";
import { addPerson } from "#lib/commands/people/add-person.ts";
import { eraseAddress } from "#lib/commands/people/erase-address.ts";
import { eraseAgain } from "#lib/commands/people/erase-again.ts";
import { erasePerson } from "#lib/commands/people/erase-person.ts";
import { requestErasure } from "#lib/commands/people/request-erasure.ts";
import { db } from "#lib/data/db.ts";
import { whereIs } from "#tests/support/tables.ts";
import { aDraft, aVersion } from "#tests/support/versions.ts";

const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), "casebook-erasures-"));
const [archive, again, later] = [join(folder, "backup"), join(folder, "again"), join(folder, "later")];
const notes = join(folder, "files", "erasures");
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
  expect((await readdir(notes)).toSorted()).toEqual([expect.stringMatching(/^contact-/), ...names]);
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

describe("whoever was only a contact", () => {
  const contact = { name: "Ottoline Marchbanks", email: "ottoline_m@canary.example", phone: "01234 555777" };

  test("when the backup was made is erased again as well", async () => {
    const { caseStudyId } = await aVersion("published");
    await db.contact.updateMany({ where: { caseStudyId }, data: contact });
    await aDraft({ contact });
    await program("backup", again);
    expect(await eraseAddress({ email: contact.email })).toMatchObject({ ok: true });

    expect(await program("restore", again, "--replace")).toContain("Erased again");
    expect(await whereIs(...Object.values(contact))).toEqual([]);
    expect(await eraseAgain()).toBe(0);
  }, 60_000);

  test("in a row that was somebody else’s then, takes nothing more of theirs along", async () => {
    const { id: personId } = await addPerson({ ...partly, emailProvedAt: new Date() });
    const { versionId, caseStudyId } = await aDraft({ personId, contact: { ...partly, phone: "" } });
    await program("backup", later);
    await db.contact.updateMany({ where: { caseStudyId }, data: contact });
    expect(await eraseAddress({ email: contact.email })).toMatchObject({ ok: true });

    expect(await program("restore", later, "--replace")).toContain("Erased again");
    expect(await db.contact.count({ where: { caseStudyId } })).toBe(0);
    expect(await db.version.findUnique({ where: { id: versionId } })).toMatchObject({ authorId: personId });
  }, 60_000);
});

test("what no backup can hold any more is forgotten", async () => {
  const before = await readdir(notes);
  expect(before.length).toBeGreaterThan(2);
  const long = new Date(Date.now() - 71 * 24 * 60 * 60 * 1000);
  await utimes(join(notes, before[0] ?? ""), long, long);
  await eraseAgain();
  expect(await readdir(notes)).toEqual(before.slice(1));
});

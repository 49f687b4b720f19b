import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, describe, expect, test, vi } from "vitest";
import { addPerson } from "#lib/commands/people/add-person.ts";
import { eraseAddress } from "#lib/commands/people/erasing/erase-address.ts";
import { eraseAgain } from "#lib/commands/people/erasing/erase-again.ts";
import { erasePerson } from "#lib/commands/people/erasing/erase-person.ts";
import { requestErasure } from "#lib/commands/people/erasing/request-erasure.ts";
import { changeRole } from "#lib/commands/staff/change-role.ts";
import { db } from "#lib/data/db.ts";
import { publicly, raiseGeneration } from "#lib/data/generation.ts";
import { createLog } from "#lib/ops/log.ts";
import { aVersionIn } from "#tests/support/next-versions.ts";
import { aPerson } from "#tests/support/people.ts";
import { whereIs } from "#tests/support/tables.ts";
import { aDraft, aVersion } from "#tests/support/versions.ts";

type Five = [string, string, string, string, string];

const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), "casebook-erasures-"));
const [archive, again, later, editing, whole] = ["a", "b", "c", "d", "e"].map((name) => join(folder, name)) as Five;
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
  expect(await eraseAgain()).toEqual({ erased: 0, left: [] });
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
    expect(await eraseAgain()).toEqual({ erased: 0, left: [] });
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

test("a former editor is erased again though the backup has them as one, and what they had in review is anybody’s", async () => {
  const [administrator, { id: personId }] = [await aPerson("administrator"), await aPerson("editor")];
  const { id } = await aVersionIn("in_review");
  await db.version.update({ where: { id }, data: { assigneeId: personId } });
  await db.session.create({ data: { userId: personId, token: "x", expiresAt: new Date(Date.now() + 60_000) } });
  await program("backup", editing);
  await changeRole({ personId, role: "contributor", actor: administrator });
  expect(await erasePerson({ personId })).toMatchObject({ ok: true });

  expect(await program("restore", editing, "--replace")).toContain("Erased again");
  expect(await whereIs(personId)).toEqual([]);
  expect(await db.session.count()).toBe(0);
  expect(await db.version.findUnique({ where: { id } })).toMatchObject({ state: "submitted", assigneeId: null });
}, 60_000);

test("what cannot be erased again keeps nothing else from it, and is told", async () => {
  const ids = [(await aPerson()).id, (await aPerson()).id];
  const rows = await db.person.findMany({ where: { id: { in: ids } } });
  for (const personId of ids) expect(await erasePerson({ personId })).toMatchObject({ ok: true });
  await db.person.createMany({ data: rows.map((row, place) => ({ ...row, name: place ? "" : "Held" })) });
  await db.$executeRaw`create function hold_on() returns trigger language plpgsql as 'begin raise exception ''held on to''; end'`;
  await db.$executeRaw`create trigger hold_on before delete on "Person" for each row when (old."name" = 'Held') execute function hold_on()`;
  const lines: string[] = [];
  const log = createLog("warn", { write: (line) => void lines.push(line) });

  const { erased: gone, left } = await eraseAgain({ log });

  await db.$executeRaw`drop trigger hold_on on "Person"`;
  expect([gone, left]).toEqual([1, [expect.stringMatching(/^person [0-9a-f-]{36}: .*held on to/s)]]);
  expect(lines).toEqual([expect.stringContaining("could not be erased again")]);
  expect(await eraseAgain()).toEqual({ erased: 1, left: [] });
});

test("a store that cannot say what was erased does not keep what was restored from being found, and is told", async () => {
  const data = join(folder, "data");
  // PostgreSQL refuses to be root, and has to come through.
  await chmod(folder, 0o755);
  await mkdir(join(data, "files"), { recursive: true });
  await writeFile(join(data, "files", "erasures"), "no folder");
  const { DATABASE_URL: _, FILES_DIR: __, ...env } = process.env;
  const embedded = { env: { ...env, DATA_DIR: data } };
  await program("backup", whole);
  const restoring = run(process.execPath, ["lib/programs/restore/restore.ts", whole], embedded);
  await expect(restoring).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^Everything was restored, but not everything that was erased since/),
  });
  const { stdout } = await run(process.execPath, ["lib/programs/backup/backup.ts", join(folder, "found")], embedded);
  expect(stdout).toContain("rows of");
}, 60_000);

test("while the store takes its time to note an erasure, others publish", async () => {
  const { author, caseStudyId } = await aVersion("published");
  const { email } = await db.person.findUniqueOrThrow({ where: { id: author.id } });
  await db.contact.updateMany({ where: { caseStudyId }, data: { email } });
  const note = join(notes, `person-${author.id}`);
  // Whoever writes into it waits for somebody to read.
  await mkdir(notes, { recursive: true });
  await run("mkfifo", [note]);
  const erasing = erasePerson({ personId: author.id });
  const waits = () =>
    db.$queryRaw<unknown[]>`select 1 from pg_stat_activity where datname = current_database()
      and state = 'idle in transaction' and state_change < now() - interval '300 milliseconds'`;
  await vi.waitUntil(async () => (await waits()).length, { timeout: 10_000, interval: 50 });
  const publishing = publicly((tx) => raiseGeneration(tx)).then(() => "published");

  const first = await Promise.race([publishing, wait(2000).then(() => "waits")]);

  await readFile(note);
  expect(await erasing).toMatchObject({ ok: true });
  await publishing;
  await rm(note);
  expect(first).toBe("published");
}, 30_000);

test("what no backup can hold any more is forgotten", async () => {
  const before = await readdir(notes);
  expect(before.length).toBeGreaterThan(2);
  const long = new Date(Date.now() - 71 * 24 * 60 * 60 * 1000);
  await utimes(join(notes, before[0] ?? ""), long, long);
  await eraseAgain();
  expect(await readdir(notes)).toEqual(before.slice(1));
});

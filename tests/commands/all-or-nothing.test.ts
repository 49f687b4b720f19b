import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import { aVersion } from "#tests/support/versions.ts";

const tables = ["Event", "Letter", "Listing", "ListingText", "Generation"];

const client = new pg.Client({ connectionString: process.env["DATABASE_URL"] });

beforeAll(async () => {
  await client.connect();
  await client.query(
    `create function break_off() returns trigger language plpgsql as $$ begin raise exception 'broken off'; end $$`,
  );
});
afterAll(() => client.end());

const whatIsKept = async (id: string, caseStudyId: string) => ({
  version: await db.version.findUnique({ where: { id } }),
  events: await db.event.count({ where: { versionId: id } }),
  letters: await db.letter.count({ where: { event: { versionId: id } } }),
  listed: await db.listing.count({ where: { caseStudyId } }),
  slug: (await db.caseStudy.findUniqueOrThrow({ where: { id: caseStudyId } })).slug,
  generation: await db.generation.findMany(),
});

test.each(tables)(
  "publishing that breaks off at the table %s leaves nothing behind, and can be done again (V2.3.3)",
  async (table) => {
    const { id, caseStudyId, editor } = await aVersion("accepted");
    const before = await whatIsKept(id, caseStudyId);
    const publish = () => moveVersion({ id, basedOn: 1, move: "publish", actor: editor });
    await client.query(
      `create trigger break_off before insert or update on "${table}" for each row execute function break_off()`,
    );
    await expect(publish()).rejects.toThrow("broken off");
    expect(await whatIsKept(id, caseStudyId)).toEqual(before);

    await client.query(`drop trigger break_off on "${table}"`);
    expect(await publish()).toEqual({ ok: true, value: "published" });
  },
);

import { describe, expect, test } from "vitest";
import { db } from "#lib/data/db.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { State } from "#lib/domain/workflow/states.ts";
import { openStates, pageStates } from "#lib/domain/workflow/states.ts";
import { snapshot } from "#tests/support/snapshot.ts";
import { aVersion } from "#tests/support/versions.ts";

const appendOnly = /is append-only/;
// Prisma has its own words for the kind of error that the trigger raises.
const refusedByTrigger = /^P2003/;

/** What the database says, whoever asked it: the last line, because those before it quote this file. */
async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "it was allowed",
    (error: { message: string; code?: string }) => `${error.code} ${error.message.split("\n").at(-1)}`,
  );
}

describe("words and history are append-only", () => {
  test("for Prisma", async () => {
    const { id } = await aVersion("submitted");
    const before = await snapshot();
    const where = { versionId: id };
    expect(await refusal(db.revision.updateMany({ where, data: { answers: {} } }))).toMatch(refusedByTrigger);
    expect(await refusal(db.revision.deleteMany({ where }))).toMatch(refusedByTrigger);
    expect(await refusal(db.event.updateMany({ where, data: { reason: "Another" } }))).toMatch(refusedByTrigger);
    expect(await refusal(db.event.deleteMany({ where }))).toMatch(refusedByTrigger);
    expect(await snapshot()).toEqual(before);
  });

  test.each([
    `update "Revision" set "writerId" = null`,
    `update "Event" set "at" = now()`,
    `delete from "Revision"`,
    `delete from "Event"`,
    `truncate "Revision"`,
    `truncate "Event" cascade`,
    `truncate "CaseStudy" cascade`,
    `delete from "CaseStudy"`,
    `delete from "Version"`,
    `delete from "Person"`,
  ])("for raw SQL: %s", async (sql) => {
    await aVersion("submitted");
    const before = await snapshot();
    expect(await refusal(db.$executeRaw(Prisma.raw(sql)))).toMatch(appendOnly);
    expect(await snapshot()).toEqual(before);
  });

  test("new lines may be added, which is how the two differ from a locked table", async () => {
    const { id } = await aVersion("draft");
    await db.revision.create({ data: { versionId: id, number: 2, answers: {}, at: new Date() } });
    expect(await db.revision.count({ where: { versionId: id } })).toBe(2);
  });
});

describe("a redaction that announces itself is let through", () => {
  const announce = () => db.$executeRaw`set local casebook.redacting = 'on'`;

  test("to change, delete and empty", async () => {
    const { id } = await aVersion("submitted");
    const where = { versionId: id };
    await db.$transaction([announce(), db.event.updateMany({ where, data: { reason: "[removed]" } })]);
    expect(await db.event.count({ where: { ...where, reason: "[removed]" } })).toBe(2);
    await db.$transaction([announce(), db.revision.updateMany({ where, data: { answers: {} } })]);
    await db.$transaction([announce(), db.revision.deleteMany({ where })]);
    expect(await db.revision.count({ where })).toBe(0);
    await db.$transaction([announce(), db.$executeRaw`truncate "Event" cascade`]);
    expect(await db.event.count()).toBe(0);
  });

  test("for its own transaction only", async () => {
    const { id } = await aVersion("submitted");
    await db.$transaction([
      announce(),
      db.event.updateMany({ where: { versionId: id }, data: { reason: "[removed]" } }),
    ]);
    for (let connection = 0; connection < 12; connection++)
      expect(await refusal(db.event.deleteMany({ where: { versionId: id } }))).toMatch(refusedByTrigger);
  });
});

describe("whatever the code believes, the database allows a case study", () => {
  const insert = (caseStudyId: string, state: State) => db.$executeRaw`
    insert into "Version" ("id", "caseStudyId", "number", "template", "state", "publishAt", "stateBeforeHold")
    values (gen_random_uuid(), ${caseStudyId}::uuid, 2, 'case-study-1', ${state}::"State", now(), 'submitted')`;

  test.each(pageStates.flatMap((one) => pageStates.map((two) => [one, two] as const)))(
    "one version with a page: %s, and not %s as well",
    async (one, two) => {
      const { caseStudyId } = await aVersion(one);
      expect(await refusal(insert(caseStudyId, two))).toMatch(/Version_one_published|23505/);
    },
  );

  test.each(openStates)("one open version: not %s beside one in review", async (state) => {
    const { caseStudyId } = await aVersion("in_review");
    expect(await refusal(insert(caseStudyId, state))).toMatch(/Version_one_open|23505/);
  });

  test("any number of drafts, declined and older ones beside", async () => {
    const { caseStudyId } = await aVersion("published");
    expect(await insert(caseStudyId, "draft")).toBe(1);
  });

  test("an open version beside the published one", async () => {
    const { caseStudyId } = await aVersion("published");
    expect(await insert(caseStudyId, "in_review")).toBe(1);
  });
});

describe("the database refuses", () => {
  test("a version led by a topic and a support type at once", async () => {
    const { id } = await aVersion("draft");
    const data = { leadTopicId: "arts", leadSupportTypeId: "training" };
    expect(await refusal(db.version.update({ where: { id }, data }))).toMatch(/Version_one_lead_term/);
  });

  test("a scheduled version without a time", async () => {
    const { id } = await aVersion("accepted");
    const data = { state: "scheduled", publishAt: null } as const;
    expect(await refusal(db.version.update({ where: { id }, data }))).toMatch(/Version_scheduled_has_time/);
  });

  test("a held version that has forgotten where it was", async () => {
    const { id } = await aVersion("submitted");
    const data = { state: "held" } as const;
    expect(await refusal(db.version.update({ where: { id }, data }))).toMatch(/Version_held_remembers/);
  });

  test("an e-mail address in capitals, and the same one twice", async () => {
    const add = (email: string) => db.person.create({ data: { email } });
    expect(await refusal(add("Officer@council.example"))).toMatch(/Person_email_lower/);
    await add("officer@council.example");
    expect(await refusal(add("officer@council.example"))).toMatch(/P2002/);
  });

  test("a second generation", async () => {
    expect(await refusal(db.generation.create({ data: { id: 2 } }))).toMatch(/Generation_one_row/);
    expect(await refusal(db.generation.create({ data: { id: 1 } }))).toMatch(/P2002/);
  });
});

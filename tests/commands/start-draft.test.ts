import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { startDraft } from "#lib/commands/submissions/start-draft.ts";
import { db } from "#lib/data/db.ts";
import { findDraft } from "#lib/data/submissions/drafts.ts";
import { keptKeyOf } from "#lib/data/submissions/links.ts";

const answers = { title: "Night buses", council: "kent" };

test("twenty copies of one form start one draft, and each leads to it (V2.3.4)", async () => {
  const key = randomUUID();
  const before = await db.caseStudy.count();
  const started = await Promise.all(Array.from({ length: 20 }, () => startDraft({ answers, key })));

  const tokens = started.map((outcome) => (outcome.ok ? outcome.value.token : outcome.reason));
  expect(new Set(tokens).size).toBe(1);
  expect(await db.caseStudy.count()).toBe(before + 1);
  expect(await findDraft(tokens[0] ?? "")).toMatchObject({ answers, revision: 1, state: "draft" });
});

test("two forms start two drafts, whatever they say", async () => {
  const [one, other] = [await startDraft({ answers }), await startDraft({ answers })];
  expect(one.ok && other.ok && one.value.token !== other.value.token).toBe(true);
});

test("a form whose draft is deleted in the moment before it is found starts one that the same form finds again", async () => {
  const key = randomUUID();
  const long = new Date("2019-01-01");
  const before = await db.caseStudy.create({ data: { startKey: keptKeyOf(key), createdAt: long } });
  await db.$executeRaw`
    create function delete_the_old() returns trigger language plpgsql as
      'begin delete from "CaseStudy" where "createdAt" < ''2020-01-01''; return null; end'`;
  await db.$executeRaw`
    create trigger "Deleted_between" after insert on "CaseStudy" for each statement execute function delete_the_old()`;
  const first = await startDraft({ answers, key });
  await db.$executeRaw`drop function delete_the_old() cascade`;

  expect(await db.caseStudy.findUnique({ where: { id: before.id } })).toBeNull();
  expect(await findDraft(tokenOf(first))).toMatchObject({ answers, state: "draft" });
  expect(tokenOf(await startDraft({ answers, key }))).toBe(tokenOf(first));
});

const tokenOf = (outcome: Awaited<ReturnType<typeof startDraft>>) => (outcome.ok ? outcome.value.token : "");
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);

test("the same form with other words, by the Back button, starts another draft", async () => {
  const key = randomUUID();
  const [first, second] = [
    await startDraft({ answers, key }),
    await startDraft({ answers: { ...answers, title: "Day buses" }, key }),
  ];
  expect(tokenOf(second)).not.toBe(tokenOf(first));
  expect(await findDraft(tokenOf(second))).toMatchObject({ answers: { title: "Day buses" } });
});

test("a key opens nothing once its draft’s link was revoked, nor after an hour, and is nowhere to be read", async () => {
  const key = randomUUID();
  const started = await startDraft({ answers, key });
  expect(tokenOf(await startDraft({ answers, key, now: later(59) }))).toBe(tokenOf(started));
  expect(tokenOf(await startDraft({ answers, key, now: later(61) }))).not.toBe(tokenOf(started));
  expect(await db.caseStudy.count({ where: { startKey: key } })).toBe(0);
  const versionId = started.ok ? started.value.versionId : "";
  await db.link.updateMany({ where: { versionId }, data: { revokedAt: new Date() } });
  expect(tokenOf(await startDraft({ answers, key }))).not.toBe(tokenOf(started));
});

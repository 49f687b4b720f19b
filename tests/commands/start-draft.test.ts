import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { startDraft } from "#lib/commands/submissions/start-draft.ts";
import { db } from "#lib/data/db.ts";
import { findDraft } from "#lib/data/submissions/drafts.ts";

const answers = { title: "Night buses", council: "kent" };

test("twenty copies of one form start one draft, and each leads to it", async () => {
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

test("a form sent again after its draft’s link was revoked starts nothing", async () => {
  const key = randomUUID();
  const started = await startDraft({ answers, key });
  await db.link.updateMany({
    where: { versionId: started.ok ? started.value.versionId : "" },
    data: { revokedAt: new Date() },
  });
  expect(await startDraft({ answers, key })).toEqual({ ok: false, reason: "gone" });
});

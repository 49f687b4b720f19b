import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { askForAlert } from "#lib/commands/alerts/ask-for-alert.ts";
import { clearAlerts } from "#lib/commands/alerts/clear-alerts.ts";
import { clearImports } from "#lib/commands/imports/clear-imports.ts";
import { reportProblem } from "#lib/commands/submissions/report-problem.ts";
import { suggestChange } from "#lib/commands/submissions/suggest-change.ts";
import { lockAlert, removeAlert } from "#lib/data/alerts/alerts.ts";
import { db } from "#lib/data/db.ts";
import { holdImport, holdNext, longestBatchMs } from "#lib/data/imports/holding.ts";
import { lockPerson } from "#lib/data/people/people.ts";
import { everything } from "#lib/domain/listing/query.ts";
import { anAlert, findKept } from "#tests/support/alerts.ts";
import { check } from "#tests/support/imports/importing.ts";
import { aTable, rowsUpTo } from "#tests/support/imports/tables.ts";
import { meanwhile } from "#tests/support/meanwhile.ts";
import { aPerson } from "#tests/support/people.ts";
import { aVersion } from "#tests/support/versions.ts";

const day = 24 * 60 * 60 * 1000;

describe("what is used at the moment at which its time is over", () => {
  test("an alert that is being confirmed stays", async () => {
    const asked = new Date("2027-03-01T12:00:00Z");
    const { id, personId } = await anAlert({ query: { q: "late" }, confirmed: false, now: asked });
    await meanwhile(() => clearAlerts(new Date(asked.getTime() + 40 * day)), {
      hold: (tx) => lockAlert(tx, { id, personId }),
      change: (tx) => tx.alert.update({ where: { id }, data: { confirmedAt: asked } }),
    });
    expect(await findKept(id)).toMatchObject({ confirmedAt: asked });
  });

  test("the file of an import that is being confirmed stays", async () => {
    const { id } = await check(aTable(rowsUpTo(2)), { actor: await aPerson("editor"), source: "Late" });
    await meanwhile(() => clearImports(new Date(Date.now() + 10 * day)), {
      hold: (tx) => tx.import.update({ where: { id }, data: { done: 0 } }),
      change: (tx) => tx.import.update({ where: { id }, data: { stage: "confirmed" } }),
    });
    expect(await db.import.findUnique({ where: { id } })).toMatchObject({ stage: "confirmed", problem: "" });
    expect(await db.importPart.count({ where: { importId: id } })).toBe(1);
  });
});

describe("somebody who is forgotten at the moment at which something becomes theirs is there again", () => {
  async function whileForgotten(begin: (email: string, slug: string) => Promise<unknown>) {
    const { caseStudyId } = await aVersion("published");
    const { slug } = await db.caseStudy.findUniqueOrThrow({ where: { id: caseStudyId } });
    const alert = await anAlert({ query: { q: "the last one" } });
    const came = await meanwhile(() => begin(alert.email, slug ?? ""), {
      hold: (tx) => lockPerson(tx, alert.personId),
      change: (tx) => removeAlert(tx, alert),
    });
    const person = await db.person.findUnique({ where: { email: alert.email } });
    expect(person?.id).not.toBe(alert.personId);
    return { came, kept: { fromId: person?.id, caseStudyId } };
  }

  test("who reports a problem", async () => {
    const report = (email: string, slug: string) => reportProblem({ slug, email, kind: "link", text: "It is gone." });
    const { came, kept } = await whileForgotten(report);
    expect(came).toMatchObject({ ok: true });
    expect(await db.suggestion.count({ where: kept })).toBe(1);
  });

  test("who suggests a change", async () => {
    const suggest = (email: string, slug: string) => suggestChange({ slug, email, text: "It has a new name." });
    const { came, kept } = await whileForgotten(suggest);
    expect(came).toMatchObject({ ok: true });
    expect(await db.suggestion.count({ where: kept })).toBe(1);
  });

  test("who asks for another alert", async () => {
    const query = { ...everything, q: "the next one" };
    const { kept } = await whileForgotten((email) => askForAlert({ query, email, frequency: "daily" }));
    expect(await db.alert.count({ where: { personId: kept.fromId ?? "" } })).toBe(1);
  });
});

test("an import is nobody else's for as long as some of its rows may take", async () => {
  const { id } = await check(aTable(rowsUpTo(2)), { actor: await aPerson("editor"), source: "Held" });
  await db.import.update({ where: { id }, data: { stage: "confirmed" } });
  await db.import.deleteMany({ where: { id: { not: id } } });
  const [taken, other] = [randomUUID(), randomUUID()];
  const began = new Date();
  await holdImport(id, taken, began);
  const later = (milliseconds: number) => new Date(began.getTime() + milliseconds);
  expect(await holdNext(other, later(longestBatchMs))).toBeNull();
  expect(await holdNext(other, later(2 * longestBatchMs))).toBe(id);
});

import { describe, expect, test } from "vitest";
import { askForOwnList } from "#lib/commands/people/ask-for-own-list.ts";
import { stopAlert } from "#lib/commands/alerts/stop-alert.ts";
import { confirmContributor } from "#lib/commands/contributors/confirm-contributor.ts";
import { db } from "#lib/data/db.ts";
import { linkFor } from "#lib/data/letters/links.ts";
import { findCopy } from "#lib/data/people/copy/copy.ts";
import { findHoldings } from "#lib/data/people/holdings.ts";
import { createLink, findLink } from "#lib/data/submissions/links.ts";
import { findMine } from "#lib/data/submissions/mine.ts";
import { anAlert } from "#tests/support/alerts.ts";
import { emailOf, later } from "#tests/support/letters.ts";
import { aNextVersion } from "#tests/support/next-versions.ts";
import { aPerson } from "#tests/support/people.ts";
import { whereIs } from "#tests/support/tables.ts";
import { aVersion } from "#tests/support/versions.ts";

const lettersTo = (toId: string) => db.letter.count({ where: { kind: "mine", toId } });

async function listOf(personId: string) {
  const { token } = await createLink(db, { purpose: "mine", personId, now: new Date() });
  const mine = await findMine(token);
  if (!mine) throw new Error("The list could not be opened");
  return mine;
}

describe("asking for one’s own list", () => {
  test("sends one letter, whatever the case of the address and however often it is asked for", async () => {
    const { id } = await aPerson();
    const email = await emailOf(id);
    await askForOwnList({ email: ` ${email.toUpperCase()} ` });
    await askForOwnList({ email });
    expect(await lettersTo(id)).toBe(1);
  });

  test("sends one letter, however many ask at once", async () => {
    const { id } = await aPerson();
    const email = await emailOf(id);
    await Promise.all([1, 2, 3, 4].map(() => askForOwnList({ email })));
    expect(await lettersTo(id)).toBe(1);
  });

  test.each([
    ["was put off", later(300)],
    ["was given up", new Date("9999-12-31T00:00:00Z")],
  ])("sends a letter now instead of one that %s", async (_, dueAt) => {
    const { id } = await aPerson();
    const email = await emailOf(id);
    await askForOwnList({ email });
    await db.letter.updateMany({ where: { toId: id }, data: { attempts: 9, refusal: "450 Not now", dueAt } });
    const now = later(10);
    await askForOwnList({ email, now });
    const letters = await db.letter.findMany({ where: { toId: id } });
    expect(letters).toEqual([expect.objectContaining({ dueAt: now, attempts: 0, refusal: "" })]);
  });

  test("sends another letter after one that has gone", async () => {
    const { id } = await aPerson();
    const email = await emailOf(id);
    await askForOwnList({ email });
    await db.letter.updateMany({ where: { toId: id }, data: { sentAt: new Date() } });
    await askForOwnList({ email });
    expect(await lettersTo(id)).toBe(2);
  });

  test("sends a stranger nothing and adds nobody", async () => {
    const before = [await db.person.count(), await db.letter.count()];
    await askForOwnList({ email: "nobody@nowhere.example" });
    expect([await db.person.count(), await db.letter.count()]).toEqual(before);
  });

  test("sends the link to whoever only has an alert, which opens their alerts, their copy and their erasure", async () => {
    const { email, personId, id, token: alertToken } = await anAlert({ query: { q: "night buses" } });
    await askForOwnList({ email });
    expect(await lettersTo(personId)).toBe(1);
    expect(await listOf(personId)).toMatchObject({
      ...{ drafts: [], sent: [], published: [], removed: [] },
      alerts: [{ query: "q=night+buses", frequency: "daily", confirmed: true, token: alertToken }],
    });
    const { token } = await createLink(db, { purpose: "mine", personId, now: new Date() });
    const held = (await findCopy(token))?.kinds.filter(({ items }) => items.length > 0).map(({ key }) => key);
    expect(held).toEqual(["submitter", "alert", "alertLetter", "letter", "link"]);
    expect(await findHoldings(token)).toMatchObject({ personId, erasable: true, alerts: 1 });
    await stopAlert({ token: alertToken });
    expect(await findMine(token)).toBeNull();
    expect(await whereIs(email, id, personId)).toEqual([]);
  });

  test("sends somebody who was deactivated nothing", async () => {
    const { id } = await aPerson();
    await db.person.update({ where: { id }, data: { active: false } });
    await askForOwnList({ email: await emailOf(id) });
    expect(await lettersTo(id)).toBe(0);
  });
});

test.each(["mine", "erase"] as const)(
  "a letter’s link works for nearly a week, however many went before: %s",
  async (purpose) => {
    const { id: personId } = await aPerson();
    const wanted = { purpose, versionId: undefined, personId };
    const start = Date.now();
    const after = (hours: number) => new Date(start + hours * 60 * 60 * 1000);
    const first = await linkFor(wanted, after(0));
    expect(await linkFor(wanted, after(23))).toEqual(first);
    const second = await linkFor(wanted, after(25));
    expect(second?.token).not.toBe(first?.token);
    expect(second?.until).toEqual(after(25 + 7 * 24));
    expect(await findLink(first?.token ?? "", purpose, after(26))).not.toBeNull();
  },
);

describe("one’s own list", () => {
  test("has drafts, what was sent and what is published, each with the addresses that open it", async () => {
    const [draft, sent, published] = [
      await aVersion("draft"),
      await aVersion("in_review"),
      await aVersion("published"),
    ];
    const { author } = draft;
    for (const { id } of [sent, published]) await db.version.update({ where: { id }, data: { authorId: author.id } });

    const mine = await listOf(author.id);

    expect(mine.drafts.map(({ versionId }) => versionId)).toEqual([draft.id]);
    expect(mine.drafts[0]?.draftToken).toMatch(/^[\w-]{43}$/);
    expect(mine.sent).toEqual([expect.objectContaining({ versionId: sent.id, state: "in_review" })]);
    expect(mine.sent[0]?.trackToken).toMatch(/^[\w-]{43}$/);
    expect(mine.published).toEqual([
      expect.objectContaining({ caseStudyId: published.caseStudyId, mayUpdate: false, overdue: false }),
    ]);
  });

  test.each(["withdrawn", "unpublished"] as const)("still has what was %s", async (state) => {
    const version = await aVersion(state);
    const { removed, published, sent } = await listOf(version.author.id);
    expect(removed).toEqual([expect.objectContaining({ versionId: version.id, state })]);
    expect(removed[0]?.trackToken).toMatch(/^[\w-]{43}$/);
    expect([published, sent]).toEqual([[], []]);
  });

  test("has what was taken down once, however many of its versions were", async () => {
    const first = await aVersion("published");
    const next = await aNextVersion(first, "unpublished");
    await db.version.update({ where: { id: first.id }, data: { state: "unpublished" } });
    const { removed } = await listOf(first.author.id);
    expect(removed.map(({ versionId }) => versionId)).toEqual([next.id]);
  });

  test("lets a confirmed contributor update whatever their council has published", async () => {
    const { caseStudyId, editor } = await aVersion("published", { council: "kent" });
    const other = await aVersion("published", { council: "devon" });
    const person = await aPerson();
    await confirmContributor({ personId: person.id, councilId: "kent", actor: editor });

    const { published } = await listOf(person.id);

    expect(published.find((one) => one.caseStudyId === caseStudyId)).toMatchObject({ mayUpdate: true });
    expect(published.find((one) => one.caseStudyId === other.caseStudyId)).toBeUndefined();
  });

  test("has nothing of anybody else’s (V8.2.2)", async () => {
    await aVersion("draft");
    const { id } = await aPerson();
    expect(await listOf(id)).toMatchObject({ drafts: [], sent: [], published: [] });
  });

  test.each(["expired", "revoked"])("is not opened by a link that was %s", async (how) => {
    const { id: personId } = await aPerson();
    const past = new Date(Date.now() - 1000);
    const { token, id } = await createLink(db, { purpose: "mine", personId, now: past });
    await db.link.update({ where: { id }, data: how === "expired" ? { expiresAt: past } : { revokedAt: past } });
    expect(await findMine(token)).toBeNull();
  });
});

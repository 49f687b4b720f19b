import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import ProblemPage from "#app/(contributor)/case-studies/[slug]/problem/page.tsx";
import { POST } from "#app/(contributor)/case-studies/[slug]/problem/send/route.ts";
import { db } from "#lib/data/db.ts";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { endOfWorkingDay } from "#lib/domain/calendar/working-days.ts";
import { shownAt } from "#lib/domain/london-time.ts";
import { workingDaysToLook } from "#lib/domain/suggestion.ts";
import { paths } from "#lib/http/paths.ts";
import { stampOf } from "#lib/http/stamp.ts";
import { wordsOn } from "#tests/support/drawn.ts";
import { posted } from "#tests/support/posted.ts";
import { aVersion, type AVersion } from "#tests/support/versions.ts";

let version: AVersion;
let slug: string;

beforeEach(async () => {
  version = await aVersion("published");
  slug = (await db.caseStudy.findUniqueOrThrow({ where: { id: version.caseStudyId } })).slug ?? "";
});

async function report(fields: Record<string, string> = {}, after = 60_000, from?: string): Promise<Response> {
  const key = randomUUID();
  const stamp = stampOf(key, new Date(Date.now() - after));
  const form = posted({ kind: "link", text: "It is gone.", email: "", key, stamp, subject: "", ...fields }, from);
  return POST(form, { params: Promise.resolve({ slug }) });
}

const placeOf = (response: Response) => response.headers.get("location") ?? "";
const sent = (to: string) => new RegExp(`/problem\\?sent=${to}&by=\\d{4}-\\d{2}-\\d{2}$`);
const countKept = () => db.suggestion.count({ where: { caseStudyId: version.caseStudyId } });
const countLetters = () => db.letter.count({ where: { versionId: version.id, kind: "problem" } });
const attemptIn = async (response: Response) =>
  findAttempt(placeOf(response).split("attempt=")[1] ?? "", paths.problem(slug));

test("a problem is kept and announced, and the next page knows whether somebody waits for an answer", async () => {
  expect(placeOf(await report())).toMatch(sent("silence"));
  expect(placeOf(await report({ email: "reader@kent.example" }))).toMatch(sent("answer"));
  expect([await countKept(), await countLetters()]).toEqual([2, 2]);
});

test("the day that is promised is so many working days from now as the form says", async () => {
  const [by] = shownAt(endOfWorkingDay(new Date(), workingDaysToLook));
  expect(placeOf(await report())).toMatch(new RegExp(`&by=${by}$`));
});

test("the day that was promised stays the same, whenever the page is opened again", async () => {
  const page = (searchParams: Record<string, string>) =>
    wordsOn(ProblemPage({ params: Promise.resolve({ slug }), searchParams: Promise.resolve(searchParams) }));
  expect(await page({ sent: "answer", by: "2026-01-09" })).toMatch(/An editor looks at it by 9\sJanuary\s2026\./);
  expect(await page({ sent: "answer", by: "soon" })).toMatch(/An editor looks at it by \d+\s\w+\s\d{4}\./);
});

test("everything that is missing or wrong is said at once, and what was typed comes back (V2.2.2)", async () => {
  const typed = { kind: "rumour", text: "", email: "reader" };
  const attempt = await attemptIn(await report(typed));
  expect(attempt?.typed).toMatchObject(typed);
  expect(attempt?.errors).toEqual({
    kind: "Choose what kind of problem it is",
    text: "Enter what is wrong",
    email: "Enter an e-mail address like name@council.gov.uk",
  });
  expect((await attemptIn(await report({ text: "a".repeat(2001) })))?.errors["text"]).toBe(
    "Use 2,000 characters or fewer",
  );
  expect(await countKept()).toBe(0);
});

test("one that came quicker than a person types comes back; one of a program is kept and not announced", async () => {
  expect((await attemptIn(await report({}, 500)))?.errors["send"]).toMatch(/quicker than a person types/);
  expect(placeOf(await report({ subject: "Cheap tablets" }))).toMatch(sent("silence"));
  expect([await countKept(), await countLetters()]).toEqual([1, 0]);
});

test("twenty in an hour from one connection are enough", async () => {
  const from = "203.0.113.77";
  const statuses = [];
  for (let count = 0; count < 21; count++) statuses.push((await report({}, 60_000, from)).status);
  expect(statuses.filter((status) => status === 303)).toHaveLength(20);
  expect(statuses.at(-1)).toBe(429);
});

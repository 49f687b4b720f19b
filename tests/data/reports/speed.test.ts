import { beforeAll, expect, test } from "vitest";
import { db } from "#lib/data/db.ts";
import { listMonths } from "#lib/data/reports/months.ts";
import { listQueueAges } from "#lib/data/reports/queue-ages.ts";
import { listQuietTopics } from "#lib/data/reports/quiet-topics.ts";
import { countReviewsDue } from "#lib/data/reports/reviews-due.ts";
import { countUsualDays } from "#lib/data/usual-days.ts";
import { someAnswers } from "#tests/support/versions.ts";

const size = 10_000;
/** Some ten times what the slowest took when it was written, on two cores. */
const patienceMs = 1000;

const step = 500;

/** Straight into the tables: nine in ten published, the others open, over the last two years. */
async function fill(from: number) {
  const answers = JSON.stringify(someAnswers());
  await db.$executeRaw`
    with c as (insert into "CaseStudy" ("id", "slug") select gen_random_uuid(), 'case-' || n from generate_series(${from}::int, ${from + step - 1}::int) n returning "id", "slug"),
    v as (
      insert into "Version" ("id", "caseStudyId", "number", "template", "state", "latestRevision", "reviewBy")
      select gen_random_uuid(), "id", 1, 'case-study-1', (case when n % 10 > 0 then 'published' else 'submitted' end)::"State", 1,
             case when n % 10 > 0 then current_date + (n % 365 - 60)::int end
        from (select "id", substr("slug", 6)::int as n from c) numbered returning "id", "caseStudyId", "state", "reviewBy"),
    r as (insert into "Revision" ("versionId", "number", "answers", "at") select "id", 1, ${answers}::jsonb, now() from v),
    l as (
      insert into "Listing" ("caseStudyId", "slug", "template", "title", "titleSort", "summary", "councilName", "topics", "support", "collections", "month", "publishedAt")
      select c."id", c."slug", 'case-study-1', c."slug", c."slug", '', '', array['buses', 'transport'], '{}', '{}', '2024-01', now() - interval '400 days'
        from c join v on v."caseStudyId" = c."id" where v."state" = 'published')
    insert into "Event" ("id", "versionId", "revision", "kind", "fromState", "toState", "at")
    select gen_random_uuid(), v."id", 1, step.kind, step."from"::"State", step."to"::"State", now() - step.ago * (1 + abs(hashtext(v."id"::text)) % 23)
      from v, (values ('start', null, 'draft', interval '31 days'), ('submit', 'draft', 'submitted', '30 days'), ('take', 'submitted', 'in_review', '25 days'),
                      ('accept', 'in_review', 'accepted', '22 days'), ('publish', 'accepted', 'published', '20 days'), ('setLeadTerm', 'published', 'published', '10 days'))
              step(kind, "from", "to", ago)
     where v."state" = 'published' or step.kind in ('start', 'submit')`;
}

beforeAll(async () => {
  for (let from = 1; from <= size; from += step) await fill(from);
  await db.$executeRaw`analyze`;
}, 120_000);

test.each<[string, (now: Date) => Promise<unknown>]>([
  ["sent, published and decided by month", listMonths],
  ["the usual days", countUsualDays],
  ["the ages of the queue", listQueueAges],
  ["quiet topics", listQuietTopics],
  ["reviews due", countReviewsDue],
])(`of ${size} case studies, %s come without a wait`, async (_, report) => {
  const now = new Date();
  const began = performance.now();
  expect(await report(now)).toBeTruthy();
  const took = performance.now() - began;
  expect(took).toBeLessThan(patienceMs);
});

test("and the numbers are all there", async () => {
  const months = await listMonths(new Date());
  expect(months.reduce((sum, { published }) => sum + published, 0)).toBe(0.9 * size);
  expect((await listQueueAges(new Date()))[0]?.total).toBe(0.1 * size);
});

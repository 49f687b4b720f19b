import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/data/db.ts";
import { countQueue } from "#lib/data/review/queue/counts.ts";
import { listQueue } from "#lib/data/review/queue/rows.ts";
import { ownQueue, type QueueQuery } from "#lib/domain/queue/query.ts";
import { aPerson } from "#tests/support/people.ts";
import { someAnswers } from "#tests/support/versions.ts";

const size = 5000;
/** Some ten times what it took when it was written, on two cores. */
const patienceMs = 2000;
const prose = Array.from({ length: 2000 }, (_, word) => ((word * 7919) % 10_007).toString(36)).join(" ");

let me = "";

/** Straight into the tables: by the commands it would take an hour. */
async function fill(count: number, authorId: string, editorId: string) {
  const answers = JSON.stringify(someAnswers({ challenge: prose.slice(0, 4000), solution: prose.slice(4000, 8000) }));
  await db.$executeRaw`
    with c as (insert into "CaseStudy" ("id") select gen_random_uuid() from generate_series(1, ${count}::int) returning "id"),
    v as (
      insert into "Version" ("id", "caseStudyId", "number", "template", "state", "latestRevision", "authorId", "assigneeId", "stateBeforeHold", "publishAt")
      select gen_random_uuid(), "id", 1, 'case-study-1', (array['submitted', 'in_review', 'changes_requested', 'held'])[1 + n % 4]::"State",
             1, ${authorId}::uuid, case when n % 3 = 0 then ${editorId}::uuid end, 'submitted', now()
        from (select "id", row_number() over () as n from c) numbered returning "id", "state"),
    r as (insert into "Revision" ("versionId", "number", "answers", "at") select "id", 1, ${answers}::jsonb, now() from v)
    insert into "Event" ("id", "versionId", "revision", "kind", "fromState", "toState", "at")
    select gen_random_uuid(), "id", 1, step.kind, step."from"::"State", coalesce(step."to"::"State", "state"), now() - step.ago
      from v, (values ('start', null, 'draft', interval '40 days'), ('submit', 'draft', 'submitted', '30 days'),
                      ('take', 'submitted', 'in_review', '20 days'), ('step', 'submitted', null, '10 days')) step(kind, "from", "to", ago)`;
}

beforeAll(async () => {
  const [author, editor] = [await aPerson(), await aPerson("editor")];
  me = editor.id;
  for (let left = size; left > 0; left -= 500) await fill(500, author.id, editor.id);
  await db.$executeRaw`analyze`;
}, 120_000);

describe(`${size} open versions`, () => {
  test.each<[string, Partial<QueueQuery>]>([
    ["the reader's own", {}],
    ["all of them", { tab: "all" }],
    ["the last page", { tab: "all", page: size / 25 }],
    ["words", { tab: "all", q: "night buses dorset" }],
    ["a reference number", { tab: "all", q: "CB-1234-ABCD" }],
    ["a topic and a council", { tab: "all", topic: "transport", council: "dorset" }],
  ])("%s: counted and listed without a wait", async (_, changes) => {
    const [query, reader] = [
      { ...ownQueue, ...changes },
      { me, usualDays: 12, now: new Date() },
    ];
    const began = performance.now();
    const [counts, rows] = [await countQueue(query, reader), await listQueue(query, reader)];
    expect(performance.now() - began).toBeLessThan(patienceMs);
    expect(counts.all.total).toBe(query.q.startsWith("CB") ? 0 : size);
    expect(rows).toHaveLength(query.q.startsWith("CB") ? 0 : 25);
  });
});

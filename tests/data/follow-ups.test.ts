import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "#lib/data/db.ts";
import { countFollowUps, followUpsPerPage, listFollowUps } from "#lib/data/upkeep/follow-ups.ts";
import { aVersion } from "#tests/support/versions.ts";

const day = (count: number) => new Date(Date.UTC(2026, 0, 1 + count));

test("every follow-up is on one page of the list: what waits longest first, then what is published, the newest first", async () => {
  const { caseStudyId, id: versionId } = await aVersion("published");
  const count = followUpsPerPage + 3;
  const about = { caseStudyId, versionId, kind: "oneYear", askedAt: day(0) };
  const all = Array.from({ length: count }, (_, place) => ({ id: randomUUID(), enquiryId: randomUUID(), place }));
  await db.enquiry.createMany({
    data: all.map(({ enquiryId, place }) => ({
      ...{ ...about, id: enquiryId, dueOn: day(place), tokenHash: Buffer.from(enquiryId) },
    })),
  });
  await db.followUp.createMany({
    data: all.map(({ id, enquiryId, place }) => ({
      ...{ id, enquiryId, caseStudyId, told: "It runs.", text: "It runs.", toldAt: day(place) },
      state: place < 2 ? "waiting" : "published",
    })),
  });

  const pages = [await listFollowUps(1), await listFollowUps(2), await listFollowUps(3)];

  expect(pages.map(({ length }) => length)).toEqual([followUpsPerPage, 3, 0]);
  const [first, second, ...published] = all;
  const expected = [first, second, ...published.toReversed()].map((one) => one?.id);
  expect(pages.flat().map(({ id }) => id)).toEqual(expected);
  expect(await countFollowUps()).toEqual({ waiting: 2, published: count - 2 });
});

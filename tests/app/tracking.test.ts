import { expect, test } from "vitest";
import TrackPage from "#app/(contributor)/track/[token]/page.tsx";
import { db } from "#lib/data/db.ts";
import { createLink } from "#lib/data/submissions/links.ts";
import type { State } from "#lib/domain/workflow/states.ts";
import { wordsOn } from "#tests/support/drawn.ts";
import { aNextVersion, aVersionIn } from "#tests/support/next-versions.ts";
import { aVersion } from "#tests/support/versions.ts";

/** What the page says by which the author of a version follows it. */
async function track(versionId: string): Promise<string> {
  const now = new Date();
  const { token } = await createLink(db, { purpose: "track", versionId, now });
  await createLink(db, { purpose: "draft", versionId, now });
  return wordsOn(TrackPage({ params: Promise.resolve({ token }), searchParams: Promise.resolve({}) }));
}

test.each<[State, string, string]>([
  ["submitted", "Read what you sent", "Read it as it is now"],
  ["in_review", "Read what you sent", "Read it as it is now"],
  ["accepted", "Read what you sent", "Read it as it is now"],
  ["changes_requested", "Read it as it is now", "Read what you sent"],
  ["draft", "Read it as it is now", "Read what you sent"],
])("the link to a text that is %s says what it shows: %s", async (state, link, other) => {
  const { id } = await aVersion(state);
  const words = await track(id);
  expect(words).toContain(link);
  expect(words).not.toContain(other);
});

test.each<[State, boolean]>([
  ["accepted", false],
  ["published", true],
  ["withdrawn", true],
  ["superseded", true],
  ["unpublished", false],
])("whether what is %s leads to its page: %s", async (state, expected) => {
  const { id } = await aVersionIn(state);
  expect((await track(id)).includes("See it on the site")).toBe(expected);
});

test("what was replaced leads nowhere once the newer version is taken down", async () => {
  const older = await aVersion("published");
  await aNextVersion(older, "unpublished");
  const words = await track(older.id);
  expect(words).toContain("Replaced");
  expect(words).not.toContain("See it on the site");
});

import { expect, test } from "vitest";
import { POST } from "#app/(contributor)/track/[token]/take-back/route.ts";
import { db } from "#lib/data/db.ts";
import { createLink } from "#lib/data/submissions/links.ts";
import type { State } from "#lib/domain/workflow/states.ts";
import { posted } from "#tests/support/posted.ts";
import { aVersion } from "#tests/support/versions.ts";

/** What becomes of a version in a state whose author presses "Take it back", and where they are led. */
async function takeBack(state: State) {
  const { id: versionId } = await aVersion(state);
  const { token } = await createLink(db, { purpose: "track", versionId, now: new Date() });
  const press = async () => {
    const answer = await POST(posted({}), { params: Promise.resolve({ token }) });
    return answer.headers.get("location")?.replace(token, "token");
  };
  const places = [await press(), await press()];
  return { places, state: (await db.version.findUniqueOrThrow({ where: { id: versionId } })).state };
}

test("what nobody has taken yet is a draft again, and pressing twice is no mishap", async () => {
  const places = ["/track/token", "/track/token"];
  expect(await takeBack("submitted")).toEqual({ places, state: "draft" });
  expect(await takeBack("unconfirmed")).toEqual({ places, state: "draft" });
});

test("what has moved on stays, and its author is told", async () => {
  const places = ["/track/token?late", "/track/token?late"];
  for (const state of ["accepted", "published"] as const) expect(await takeBack(state)).toEqual({ places, state });
});

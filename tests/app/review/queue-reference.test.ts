import { signIn } from "#tests/support/signed-in.ts";
import { beforeAll, expect, test } from "vitest";
import QueuePage from "#app/(editorial)/editor/queue/page.tsx";
import { referenceOf } from "#lib/domain/reference.ts";
import { drawn, wordsOn } from "#tests/support/drawn.ts";
import { aPerson } from "#tests/support/people.ts";
import { aVersion } from "#tests/support/versions.ts";

beforeAll(async () => signIn(await aPerson("editor")));

const queue = (q: string) =>
  QueuePage({ params: Promise.resolve({}), searchParams: Promise.resolve({ tab: "all", q }) });

test.each(["published", "withdrawn"] as const)("a reference number leads to the desk of what is %s", async (state) => {
  const { id } = await aVersion(state, { title: "Night buses" });
  expect(await drawn(queue(referenceOf(id)))).toContain(`<a href="/editor/review/${id}">“Night buses”</a>`);
  expect(await wordsOn(queue(referenceOf(id)))).toContain(`${referenceOf(id)} is “Night buses”, ${state}.`);
});

test("what the list holds itself is not said twice", async () => {
  const { id } = await aVersion("changes_requested", { title: "Night buses" });
  const html = await drawn(queue(referenceOf(id)));
  expect(html.split(`href="/editor/review/${id}"`)).toHaveLength(2);
});

test("a reference number of nothing says so, and other words say nothing of it", async () => {
  const said = "Nothing that was ever sent here has that reference number.";
  expect(await wordsOn(queue("CB-0000-0000"))).toContain(said);
  expect(await wordsOn(queue("zebra"))).not.toContain(said);
});

import { signIn } from "#tests/support/signed-in.ts";
import { beforeEach, expect, test } from "vitest";
import { findAnswer } from "#app/(editorial)/editor/answer.ts";
import { POST as remove } from "#app/(editorial)/editor/synonyms/remove/route.ts";
import { POST as save } from "#app/(editorial)/editor/synonyms/save/route.ts";
import { db } from "#lib/data/db.ts";
import { aPerson } from "#tests/support/people.ts";
import { posted } from "#tests/support/posted.ts";

let id: string;
const basedOn = "bins, refuse";
const now = "bins, refuse, waste";

beforeEach(async () => {
  await signIn(await aPerson("editor"));
  await db.synonym.deleteMany();
  ({ id } = await db.synonym.create({ data: { words: ["bins", "refuse"] } }));
});

async function told(response: Response) {
  const place = new URL(response.headers.get("location") ?? "", "https://casebook.example");
  expect([response.status, place.pathname]).toEqual([303, "/editor/synonyms"]);
  const answer = await findAnswer("/editor/synonyms", Object.fromEntries(place.searchParams));
  return { ...answer, looked: place.searchParams.get("q") };
}

test("a set that somebody else has changed is said to be changed, and what was typed is kept and can be saved", async () => {
  await save(posted({ id, basedOn, words: now }));
  const typed = { id, words: "bins, rubbish" };
  const refused = await told(await save(posted({ ...typed, basedOn })));
  expect(refused.errors).toEqual({
    [`words-${id}`]: `Somebody has changed this set meanwhile: it is now ${now}. Save again to put yours in its place`,
  });
  expect(refused.typed).toEqual({ ...typed, basedOn: now });
  expect(refused.notDone).toEqual([]);
  const again = await told(await save(posted({ id, words: "bins, rubbish", basedOn: refused.typed["basedOn"] ?? "" })));
  expect(again.done).toBe("These mean the same now: bins, rubbish.");
});

test("a set that somebody else has changed is not removed unseen", async () => {
  await save(posted({ id, basedOn, words: now }));
  const refused = await told(await remove(posted({ id, basedOn, words: basedOn })));
  expect(refused.errors[`words-${id}`]).toContain(`it is now ${now}. Remove it again`);
  expect((await told(await remove(posted({ id, basedOn: now, words: now })))).done).toBe(`Removed: ${now}.`);
});

test("what was typed for a set that is gone is kept as a new one", async () => {
  await remove(posted({ id, basedOn, words: basedOn }));
  const answer = await told(await save(posted({ id, basedOn, words: "bins, rubbish" })));
  expect(answer.notDone.join()).toMatch(/^The set is no longer there/);
  expect(answer.typed).toEqual({ words: "bins, rubbish" });
  expect((await told(await save(posted({ words: "bins, rubbish" })))).done).not.toBe("");
});

test("what cannot be a set comes back as it was typed, to the list it was typed in", async () => {
  const typed = { id, basedOn, words: "<b>bins</b>, Refuse" };
  const refused = await told(await save(posted({ ...typed, q: "bin" })));
  expect(refused.errors).toEqual({
    [`words-${id}`]: "A word needs letters, and no < or >: change “<b>bins</b>”",
  });
  expect(refused.typed).toEqual(typed);
  expect(refused.looked).toBe("bin");
});

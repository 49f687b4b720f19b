import { describe, expect, test } from "vitest";
import { decideTerms, type Wish } from "#lib/domain/catalogue/decide.ts";
import { applied, inTree, isWhole, reversed, type Patch, type TermRow } from "#lib/domain/catalogue/terms.ts";
import { refusedBecause } from "#lib/domain/catalogue/words.ts";

const at = "2026-11-01T12:00:00.000Z";
const row = (id: string, parentId: string | null, position: number, changes: Partial<TermRow> = {}): TermRow => ({
  ...{ id, slug: id, name: id[0]?.toUpperCase() + id.slice(1), parentId, position },
  ...{ oldNumber: null, retiredAt: null, mergedIntoId: null, ...changes },
});

/** Two with others within, one without, one retired, one merged. */
const rows: TermRow[] = [
  row("culture", null, 0),
  row("arts", "culture", 1),
  row("libraries", "culture", 2),
  row("housing", null, 3),
  row("retrofit", "housing", 4),
  row("finance", null, 5),
  row("old", null, 6, { retiredAt: at }),
  row("gone", null, 7, { retiredAt: at, mergedIntoId: "finance" }),
];

const decide = (wish: Wish) => decideTerms(rows, wish, at);
const patchOf = (wish: Wish): Patch => {
  const decided = decide(wish);
  if (!decided.ok) throw new Error(decided.reason.why);
  return decided.value;
};

const refusals: [Wish, string][] = [
  [{ do: "add", name: " ", under: null }, "name-missing"],
  [{ do: "add", name: "a".repeat(81), under: null }, "name-too-long"],
  [{ do: "add", name: "日本", under: null }, "name-without-letters"],
  [{ do: "add", name: "ARTS", under: null }, "name-taken"],
  [{ do: "add", name: "Old", under: null }, "name-of-retired"],
  [{ do: "add", name: "Gone", under: null }, "name-of-merged"],
  [{ do: "add", name: "New", under: "arts" }, "place-not-on-top"],
  [{ do: "add", name: "New", under: "old" }, "place-retired"],
  [{ do: "add", name: "New", under: "gone" }, "no-such-place"],
  [{ do: "add", name: "New", under: "nowhere" }, "no-such-place"],
  [{ do: "rename", id: "arts", name: "Arts" }, "unchanged"],
  [{ do: "rename", id: "arts", name: "Housing" }, "name-taken"],
  [{ do: "rename", id: "gone", name: "Anything" }, "merged-meanwhile"],
  [{ do: "rename", id: "nowhere", name: "Anything" }, "gone"],
  [{ do: "move", id: "culture", under: "housing" }, "has-others-within"],
  [{ do: "move", id: "finance", under: "finance" }, "no-such-place"],
  [{ do: "move", id: "finance", under: "arts" }, "place-not-on-top"],
  [{ do: "move", id: "arts", under: "culture" }, "unchanged"],
  [{ do: "up", id: "culture" }, "at-the-end"],
  [{ do: "down", id: "libraries" }, "at-the-end"],
  [{ do: "retire", id: "culture" }, "within-still-offered"],
  [{ do: "retire", id: "old" }, "unchanged"],
  [{ do: "bringBack", id: "arts" }, "not-retired"],
  [{ do: "merge", id: "arts", into: "" }, "no-such-other"],
  [{ do: "merge", id: "arts", into: "arts" }, "no-such-other"],
  [{ do: "merge", id: "arts", into: "gone" }, "no-such-other"],
  [{ do: "merge", id: "arts", into: "old" }, "other-retired"],
  [{ do: "merge", id: "culture", into: "arts" }, "other-within"],
  [{ do: "merge", id: "culture", into: "retrofit" }, "other-not-on-top"],
];

test.each(refusals)("%j is refused: %s", (wish, why) => {
  const decided = decide(wish);
  expect(decided).toMatchObject({ ok: false, reason: { why } });
  if (!decided.ok) expect(refusedBecause(decided.reason, "topic")).not.toMatch(/please|sorry|invalid|undefined/i);
});

const wishes: Wish[] = [
  { do: "add", name: "New", under: null },
  { do: "add", name: "New", under: "culture" },
  { do: "rename", id: "arts", name: "Arts and crafts" },
  { do: "move", id: "arts", under: "housing" },
  { do: "move", id: "arts", under: null },
  { do: "up", id: "libraries" },
  { do: "down", id: "culture" },
  { do: "retire", id: "arts" },
  { do: "bringBack", id: "old" },
  { do: "merge", id: "arts", into: "libraries" },
  { do: "merge", id: "arts", into: "culture" },
  { do: "merge", id: "culture", into: "housing" },
  { do: "merge", id: "old", into: "retrofit" },
];

describe("whatever is done leaves a whole list, and undone leaves the list as it was", () => {
  test.each(wishes)("%j", (wish) => {
    const patch = patchOf(wish);
    const after = applied(rows, patch);
    expect(isWhole(after)).toBe(true);
    expect(applied(after, reversed(patch))).toEqual(rows);
  });
});

test("what lies within goes along when a broad topic is merged", () => {
  const after = applied(rows, patchOf({ do: "merge", id: "culture", into: "housing" }));
  expect(inTree(after).map(({ id }) => id)).toEqual(["housing", "arts", "libraries", "retrofit", "finance", "old"]);
});

test("an id that something had for its first slug is not given again", () => {
  const renamed = rows.map((one) => (one.id === "arts" ? { ...one, slug: "crafts", name: "Crafts" } : one));
  const decided = decideTerms(renamed, { do: "add", name: "Arts", under: null }, at);
  expect(decided).toMatchObject({ ok: true, value: { "arts-2": { before: null, after: { slug: "arts" } } } });
});

test("three levels, two rows of one address, and a circle of merges are seen", () => {
  expect(isWhole(rows)).toBe(true);
  const broken: Partial<TermRow>[] = [
    { id: "retrofit", parentId: "arts" },
    { id: "retrofit", slug: "arts" },
    { id: "finance", mergedIntoId: "gone" },
    { id: "retrofit", parentId: "gone" },
    { id: "retrofit", parentId: "old" },
  ];
  for (const change of broken)
    expect(isWhole(rows.map((one) => (one.id === change.id ? { ...one, ...change } : one)))).toBe(false);
});

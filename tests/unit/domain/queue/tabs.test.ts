import { describe, expect, test } from "vitest";
import { readShown, writeShown } from "#lib/domain/queue/shown.ts";
import { outwaitedBefore } from "#lib/domain/queue/promise.ts";
import { hasPromises, isAssignable, isHeld, isTakeable, promisedStates, tabs } from "#lib/domain/queue/tabs.ts";
import { referenceEnd, referenceOf } from "#lib/domain/reference.ts";
import { openStates, states } from "#lib/domain/workflow/states.ts";

const id = "0198a000-0000-7000-8000-00007f3a91c2";
const [me, other] = ["0198a000-0000-7000-8000-000000000001", "0198a000-0000-7000-8000-000000000002"];

test("every open state is somewhere besides the list of everything, and only there once for an editor", () => {
  const places = tabs.filter(({ key }) => !["all", "mine"].includes(key)).flatMap((tab) => [...tab.states]);
  expect(places.toSorted()).toEqual([...openStates, "published"].toSorted());
});

test("councils are told a time for what waits for the editors, not for what waits for them or has its day", () => {
  expect(promisedStates.toSorted()).toEqual(["accepted", "held", "in_review", "submitted"]);
  expect(tabs.filter(({ key }) => hasPromises(key)).map(({ key }) => key)).toEqual([
    "mine",
    "unassigned",
    "held",
    "all",
  ]);
});

describe("what an editor can do in a row", () => {
  test("follows from the table of moves", () => {
    expect(states.filter(isAssignable)).toEqual(["submitted", "in_review"]);
    expect(states.filter(isHeld)).toEqual(["held"]);
  });

  test.each([
    ["submitted", null, true],
    ["submitted", me, true],
    ["submitted", other, false],
    ["in_review", null, true],
    ["in_review", me, false],
    ["in_review", other, false],
    ["changes_requested", null, false],
    ["accepted", null, false],
  ] as const)("%s with %s: taken by a press is %s", (state, editorId, expected) => {
    expect(isTakeable(state, editorId, me)).toBe(expected);
  });
});

test("a day that has only begun does not count against the editors", () => {
  const [now, day] = [new Date("2026-03-20T12:00:00Z"), 86_400_000];
  expect(outwaitedBefore(12, now)).toEqual(new Date(now.getTime() - 13 * day));
});

describe("a version as it was shown", () => {
  test.each([null, { id: other }])("is read as it was written, with %j", (editor) => {
    expect(readShown(writeShown({ id, revision: 12, editor }))).toEqual({
      id,
      revision: 12,
      editorId: editor?.id ?? null,
    });
  });

  test.each(["", id, `${id} 1`, `${id} 0 -`, `${id} 1 - x`, `x 1 -`, `${id} 1 me`, `${id} 1e3 -`])(
    "is not %j",
    (value) => {
      expect(readShown(value)).toBeNull();
    },
  );
});

test.each([
  [referenceOf(id), "7f3a91c2"],
  ["cb 7f3a 91c2", "7f3a91c2"],
  ["7F3A91C2", "7f3a91c2"],
  ["CB-7F3A", null],
  ["CB-7F3A-91CX", null],
  ["night buses", null],
])("the reference number in %j stands for %j", (typed, end) => {
  expect(referenceEnd(typed)).toBe(end);
});

import { expect, test } from "vitest";
import { eventKinds, eventNames, stateNames, unnamedActor } from "#lib/domain/workflow/editor-words.ts";
import { isPast, states } from "#lib/domain/workflow/states.ts";

test("every kind of event and every state has a name of its own for editors", () => {
  expect(new Set(Object.values(eventNames)).size).toBe(eventKinds.length);
  expect(new Set(states.map((state) => stateNames[state])).size).toBe(states.length);
});

test("what nobody is named for was done by the site, its rules, an author without an account, or somebody deleted", () => {
  expect(
    Object.fromEntries(["supersede", "hold", "submit", "accept"].map((kind) => [kind, unnamedActor(kind as "hold")])),
  ).toEqual({
    supersede: "The site",
    hold: "The spam rules",
    submit: "Its author",
    accept: "Somebody whose details were deleted",
  });
});

test("the words of a version can be wanted again once its round is over", () => {
  expect(states.filter(isPast)).toEqual(["superseded", "declined", "withdrawn", "unpublished"]);
});

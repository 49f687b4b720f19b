import { expect, test } from "vitest";
import { holderWords } from "#lib/domain/queue/holder.ts";
import { openStates } from "#lib/domain/workflow/states.ts";

const tom = { id: "tom", name: "Tom Prentice", edits: true };
const gone = { ...tom, edits: false };

test("whoever has it is named, and oneself is you", () => {
  expect(holderWords("accepted", tom, "jo")).toBe("with Tom Prentice");
  expect(holderWords("accepted", tom, "tom")).toBe("with you");
  expect(holderWords("submitted", null, "jo")).toBe("");
});

test.each(openStates)("%s: whoever edits no longer had it, and nobody has it now", (state) => {
  expect(holderWords(state, gone, "jo")).toBe("with nobody (Tom Prentice had it)");
});

test.each(["published", "declined", "withdrawn", "superseded"] as const)(
  "%s: what asks for nobody says nothing of whoever edits no longer",
  (state) => expect(holderWords(state, gone, "jo")).toBe(""),
);

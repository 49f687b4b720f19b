import { expect, test } from "vitest";
import { readNote } from "#lib/domain/workflow/desk-notes.ts";

test.each(["not-done", "not-published", "asked-today", "nobody-to-ask", "no-day"])(
  "%s is told as what was not done",
  (name) => {
    expect(readNote(name, "published")).toEqual({ notDone: expect.stringMatching(/\.$/) });
  },
);

test.each(["still-right", "corrected", "comment", "lead-term", "asked", "review-by"])("%s is told as done", (name) => {
  expect(readNote(name, "published")).toEqual({ done: expect.any(String) });
});

test("what is for the published alone says how it stands, and a name that is none says nothing", () => {
  expect(readNote("not-published", "withdrawn").notDone).toBe("That is for what is published. It is now: withdrawn.");
  expect([readNote("", "published"), readNote("constructor", "published")]).toEqual([{}, {}]);
});

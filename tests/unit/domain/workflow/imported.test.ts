import { expect, test } from "vitest";
import { decide, mayImport, mayTakeImported, type Subject } from "#lib/domain/workflow/decide.ts";

const administrator = { kind: "person", id: "a", role: "administrator" } as const;
const editor = { kind: "person", id: "e", role: "editor" } as const;
const now = new Date("2026-01-01T12:00:00Z");
const inReview = (imported: boolean, writer: string): Subject => ({
  ...{ id: "v", state: "in_review", stateBeforeHold: null, publishAt: null, answerBy: null },
  ...{ authorId: writer, emailProved: true, writerIds: [writer], imported },
});

test("an administrator accepts what they imported for a reason, which marks it, and nothing else that they wrote", () => {
  expect(decide(inReview(true, "a"), "accept", administrator, now, "Why")).toEqual({
    ok: true,
    value: { state: "accepted", secondLook: true },
  });
  expect(decide(inReview(true, "a"), "accept", administrator, now)).toEqual({ ok: false, reason: "reason-missing" });
  expect(decide(inReview(false, "a"), "accept", administrator, now, "Why")).toEqual({
    ok: false,
    reason: "not-allowed",
  });
  expect(decide(inReview(true, "e"), "accept", editor, now, "Why")).toEqual({ ok: false, reason: "not-allowed" });
  expect(decide(inReview(true, "e"), "accept", administrator, now)).toMatchObject({ value: { secondLook: false } });
});

test("editors import drafts and finish them; administrators publish", () => {
  expect([mayImport(false, editor), mayImport(true, editor), mayImport(true, administrator)]).toEqual([
    true,
    false,
    true,
  ]);
  const draft = { state: "draft", imported: true } as const;
  expect(mayTakeImported(draft, editor)).toBe(true);
  expect(mayTakeImported({ ...draft, imported: false }, editor)).toBe(false);
  expect(mayTakeImported({ ...draft, state: "submitted" }, editor)).toBe(false);
});

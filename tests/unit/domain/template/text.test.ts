import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lengthOf, tidy } from "#lib/domain/template/text.ts";

describe("text as it is kept", () => {
  test.each([
    ["has LF line ends", "a\r\nb\rc\nd", "a\nb\nc\nd"],
    ["has one line end where NUL stood between", "a\r\0\nb", "a\nb"],
    ["is Unicode NFC", "cafe\u0301", "caf\u00e9"],
    ["has no NUL", "\0a\0b\0", "ab"],
    ["has no half of a character", "a\ud83db", "a\ufffdb"],
    ["has no space around", " \n\u00a0a b \t\r\n", "a b"],
    [
      "has no more marks on a letter than any language has",
      `q${"\u0344".repeat(99)}y`,
      `q${"\u0308\u0301".repeat(15)}y`,
    ],
    ["keeps the space inside", "a  b\n\n\nc", "a  b\n\n\nc"],
  ])("%s", (_, typed, kept) => {
    expect(tidy(typed)).toBe(kept);
  });

  test("does not change when it is tidied again, whatever it was", () => {
    const unit = fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.constantFrom("\r", "\n", "\0", " ", "e", "\u0301", "\u0344".repeat(20), "\ud83d", "\ude00"),
    );
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const once = tidy(text);
        expect(tidy(once)).toBe(once);
        expect(once).not.toMatch(/[\0\r]/);
        expect(once.isWellFormed() && once === once.normalize("NFC")).toBe(true);
      }),
    );
  });
});

test("length counts code points, so that an emoji is one", () => {
  expect([lengthOf(""), lengthOf("abc"), lengthOf("😀😀"), lengthOf("🏴󠁧󠁢󠁷󠁬󠁳󠁿")]).toEqual([0, 3, 2, 7]);
});

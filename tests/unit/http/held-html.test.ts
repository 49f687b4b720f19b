import { expect, test } from "vitest";
import { heldHtml, holdHtml } from "#lib/http/held-html.ts";
import { during } from "#lib/ops/here.ts";

test("what is held while a request is answered is there for it, each by its place, and for no other", async () => {
  const [one, other] = await Promise.all(
    ["one", "other"].map((id) =>
      during({ id }, async () => {
        const held = [holdHtml(`<p>${id}</p>`), holdHtml(`<b>${id}</b>`)];
        await new Promise(setImmediate);
        expect(held).toEqual([{ place: 0 }, { place: 1 }]);
        return held.map(heldHtml);
      }),
    ),
  );
  expect(one).toEqual(["<p>one</p>", "<b>one</b>"]);
  expect(other).toEqual(["<p>other</p>", "<b>other</b>"]);
});

test("without a request it goes along", () => {
  expect(holdHtml("<p></p>")).toEqual({ html: "<p></p>" });
  expect(heldHtml({ html: "<p></p>" })).toBe("<p></p>");
});

test("what is not there any more is an error and no empty page", () => {
  expect(() => during({ id: "1" }, () => heldHtml({ place: 0 }))).toThrow("lost");
  expect(() => heldHtml({ place: 0 })).toThrow("lost");
});

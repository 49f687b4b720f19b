import { expect, test } from "vitest";
import { heldHtml, holdHtml } from "#lib/http/held-html.ts";
import { during } from "#lib/ops/here.ts";

test("what is held while a request is answered is there for it, each by its place, and for no other", async () => {
  const [one, other] = await Promise.all(
    ["one", "other"].map((id) =>
      during({ id }, async () => {
        const held = [holdHtml(`<p>${id}</p>`), holdHtml(`<b>${id}</b>`)];
        await new Promise(setImmediate);
        return { held, html: held.map(heldHtml) };
      }),
    ),
  );
  expect(one?.html).toEqual(["<p>one</p>", "<b>one</b>"]);
  expect(other?.html).toEqual(["<p>other</p>", "<b>other</b>"]);
  expect(() => during({ id: "third" }, () => (holdHtml("<p>third</p>"), one?.held.map(heldHtml)))).toThrow("lost");
});

test("without a request it goes along", () => {
  expect(holdHtml("<p></p>")).toEqual({ html: "<p></p>" });
  expect(heldHtml({ html: "<p></p>" })).toBe("<p></p>");
});

test("what is not there any more is an error and no empty page", () => {
  expect(() => during({ id: "1" }, () => heldHtml({ number: 0 }))).toThrow("lost");
  expect(() => heldHtml({ number: 0 })).toThrow("lost");
});

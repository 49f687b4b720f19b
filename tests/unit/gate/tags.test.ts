import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tagsOf } from "#lib/gate/html/tags.ts";

const read = (html: string) =>
  [...tagsOf(html)].map(({ kind, name, start, end }) => [kind, name, html.slice(start, end)]);

describe("walking the tags of a page", () => {
  test("reads tags, comments and declarations in order with their exact extent", () => {
    expect(read(`<!DOCTYPE html><p class="a>b">x<!-- c --></p>`)).toEqual([
      ["declaration", "", "<!DOCTYPE html>"],
      ["open", "p", `<p class="a>b">`],
      ["comment", "", "<!-- c -->"],
      ["close", "p", "</p>"],
    ]);
  });

  test("reads attributes as a browser does: quotes of both kinds, none, empty, the first of two", () => {
    const [tag] = tagsOf(`<INPUT a="1>" B='2"' c=3/4 d e = "5" a="6"/>`);
    expect(Object.fromEntries(tag?.attributes ?? [])).toEqual({ a: "1>", b: '2"', c: "3/4", d: "", e: "5" });
  });

  test.each(["script", "style", "title", "textarea"])("takes what is inside <%s> as text", (name) => {
    const inside = `<b>"</b><!-- </${name}x>`;
    expect(read(`<${name}>${inside}</${name.toUpperCase()} ><i>`)).toEqual([
      ["open", name, `<${name}>`],
      ["close", name, `</${name.toUpperCase()} >`],
      ["open", "i", "<i>"],
    ]);
  });

  test("ends the short comments where a browser ends them", () => {
    expect(read("<!--><b><!---><i>").map(([kind]) => kind)).toEqual(["comment", "open", "comment", "open"]);
  });

  test("takes a sign that begins nothing as text", () => {
    expect(read("1 < 2 <3 <> </ > &lt;b&gt;")).toEqual([]);
  });

  test("runs to the end of the text with whatever is left open", () => {
    for (const open of ["<a", `<a b="`, "<a b=", "<!--", "<!x", "<script>", "<a b='\"", "<a =", "<a b ="]) {
      expect(read(`${open}<p>`)).toHaveLength(1);
    }
  });

  test("never throws, and its tags never overlap, whatever the text", () => {
    const pieces = fc.constantFrom("<", ">", "/", "!", "--", '"', "'", "=", " ", "script", "a", "title", "?", "é");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        let last = 0;
        for (const { start, end } of tagsOf(parts.join(""))) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
      }),
    );
  });
});

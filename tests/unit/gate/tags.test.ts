import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tagsOf } from "#lib/gate/html/tags.ts";

const read = (html: string) => tagsOf(html).map(({ kind, name, start, end }) => [kind, name, html.slice(start, end)]);

describe("the tags of a page", () => {
  test("come in order with their exact extent", () => {
    expect(read(`<!DOCTYPE html><p class="a>b">x<!-- c --></p>`)).toEqual([
      ["open", "p", `<p class="a>b">`],
      ["comment", "", "<!-- c -->"],
      ["close", "p", "</p>"],
    ]);
  });

  test("have their attributes as a browser reads them", () => {
    const [tag] = tagsOf(`<INPUT a="1>" B='2"' c=3/4 d e = "&amp;" a="6"/>`);
    expect(tag?.attributes).toEqual({ a: "1>", b: '2"', c: "3/4", d: "", e: "&" });
  });

  test.each(["script", "style", "title", "textarea"])("are not looked for inside <%s>", (name) => {
    expect(read(`<${name}><b>"</b><!-- </${name}x></${name.toUpperCase()} ><i>`)).toEqual([
      ["open", name, `<${name}>`],
      ["close", name, `</${name.toUpperCase()} >`],
      ["open", "i", "<i>"],
    ]);
  });

  test("are not seen where there are none", () => {
    expect(read("1 < 2 <3 <> &lt;b&gt;")).toEqual([]);
  });

  test("end with the last one that is wanted", () => {
    const tags = tagsOf("<head><title>a</title></head><body><p>b", ({ name }) => name === "title");
    expect(tags.map(({ name }) => name)).toEqual(["head", "title"]);
  });

  test("lie within the text, whatever it is", () => {
    const pieces = fc.constantFrom("<", ">", "/", "!", "--", '"', "'", "=", " ", "script", "a", "title", "?", "é");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const html = parts.join("");
        for (const { start, end } of tagsOf(html)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(html.length);
        }
      }),
    );
  });
});

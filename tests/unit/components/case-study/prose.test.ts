import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Prose } from "#components/case-study/prose.tsx";

const html = (text: string) =>
  renderToStaticMarkup(createElement(Prose, { text, name: "impact", label: "The impact" }));
const levelsIn = (text: string) => [...html(text).matchAll(/<h(\d)/g)].map(([, level]) => Number(level));

describe("prose", () => {
  test("begins below the section's own heading and leaves no level out", () => {
    expect(levelsIn("# A\n\n## B\n\n### C\n\n#### D")).toEqual([3, 3, 3, 4]);
    expect(levelsIn("#### D\n\n#### E\n\n###### F")).toEqual([3, 4, 4]);
    expect(levelsIn("> ##### in a quote")).toEqual([3]);
  });

  test("has no heading without words", () => {
    expect(levelsIn("#\n\n## \n\ntext\n\n# A")).toEqual([3]);
  });

  test("shows notes and tasks as the words that were typed", () => {
    const shown = html("So they say[^1].\n\n[^1]: A report.\n\n- [x] done\n- [ ] not yet");
    expect(shown).toContain("So they say[^1].");
    expect(shown).toContain("A report.");
    expect(shown).toContain("<li>[x] done</li>");
    expect(shown).not.toMatch(/<a|<input|user-content/);
  });

  test("has no header cell without words", () => {
    const shown = html("| a | |\n|---|---|\n| 1 | 2 |");
    expect([...shown.matchAll(/<t([hd])>/g)].map(([, cell]) => cell)).toEqual(["h", "d", "d", "d"]);
  });

  test("gives each of its tables a name of its own", () => {
    const table = "| a | b |\n|---|---|\n| 1 | 2 |";
    const names = [
      ...html(`${table}\n\ntext\n\n> ${table.replaceAll("\n", "\n> ")}`).matchAll(/aria-label="([^"]+)"/g),
    ];
    expect(names.map(([, name]) => name)).toEqual(["The impact, table 1", "The impact, table 2"]);
  });

  test.each([
    ">".repeat(9999),
    "*".repeat(5000) + "a" + "*".repeat(5000),
    "- ".repeat(5000),
    "|a".repeat(100) + "\n" + "|-".repeat(100),
  ])("shows what cannot be rendered as it was typed: %#", (text) => {
    expect(html(`${text}\n\n<b>Second</b>`)).toMatch(
      /^<div class="prose"><p>[^<]+<\/p><p>&lt;b&gt;Second&lt;\/b&gt;<\/p><\/div>$/,
    );
  });
});

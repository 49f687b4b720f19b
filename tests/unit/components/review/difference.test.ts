import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { compareWords } from "#components/review/difference/compare-words.ts";
import { Difference } from "#components/review/difference/difference.tsx";
import type { Answers } from "#lib/domain/template/answers.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { catalogue } from "#tests/support/catalogue.ts";
import { complete } from "../../domain/template/answers-to.ts";

const template = getTemplate("case-study-1");
const attachment = "0190f3a2-7c1e-7b6a-8f00-1c2d3e4f5a6c";
const names = {
  topics: [...catalogue.topic, { id: "buses", name: "Buses" }],
  supportTypes: catalogue.support,
  councils: [
    { id: "dorset", name: "Dorset Council" },
    { id: "kent", name: "Kent County Council" },
  ],
  contact: { name: "Buses team", email: "buses@dorset.example", phone: "" },
  files: [{ id: attachment, name: "map.webp", bytes: 340_000 }],
};
const words = (changes: Answers, contact = names.contact) => ({
  template,
  answers: { ...complete, ...changes },
  names: { ...names, contact },
});
const html = (old: Answers, fresh: Answers, contact = names.contact) =>
  renderToStaticMarkup(
    createElement(Difference, { sections: compareWords(words(old), words(fresh, contact)), name: "d" }),
  );
/** What is heard and read: marks shown to the eye alone are not. */
const heard = (markup: string) =>
  markup
    .replace(/<span aria-hidden="true">.*?<\/span>/g, "")
    .replace(/<\/(h3|p|li|b)>/g, "\n")
    .replace(/<[^>]+>/g, "")
    .replace(/ +/g, " ");

describe("what changed", () => {
  test("is nothing where nothing did", () => {
    expect(html({}, {})).toBe('<p class="text-soft">Nothing changed.</p>');
  });

  test("is counted, with a link to each answer", () => {
    const shown = html({}, { title: "Day buses for the harbour festival", funding: "Town deal" });
    expect(shown).toContain("<b>2 of 15 answers changed</b>");
    expect(shown).toContain('<a href="#d-title">Title</a>');
    expect(shown).toContain('<h3 id="d-title"');
    expect(heard(shown)).toContain("Funding source (answered)");
  });

  test("is struck through or underlined, and said aloud with its end", () => {
    const shown = html({}, { title: "Day buses for the harbour festival" });
    expect(shown).toMatch(/<del>.*Night.*<\/del><ins>.*Day.*<\/ins> buses for the harbour festival/);
    expect(heard(shown)).toContain("removed: Night (end) added: Day (end) buses for the harbour festival");
  });

  test("names what was chosen, whom to ask and what was attached", () => {
    const image = { attachment, title: "", alt: "Three routes", credit: "" };
    const fresh = { council: "kent", topics: ["buses", "arts"], start: "2024-02", outcome: "worked", images: [image] };
    const shown = heard(html({}, fresh, { name: "Trains team", email: "trains@dorset.example", phone: "" }));
    for (const said of ["removed: Dorset Council", "added: Kent County Council", "added: Arts", "February\u00a02024"])
      expect(shown).toContain(said);
    for (const said of ["removed: Mixed", "added: Worked", "removed: Buses", "added: Trains", "map.webp (340 kB)"])
      expect(shown).toContain(said);
    expect(shown).not.toContain(attachment);
  });

  test("names a paragraph that came, went or moved", () => {
    const [one, two, three] = ["The last bus left at seven.", "People walked home.", "Nobody had asked the drivers."];
    const shown = heard(
      html({ challenge: [one, two, three].join("\n\n") }, { challenge: [three, one, "A new one."].join("\n\n") }),
    );
    for (const said of ["Moved here\n added: The last", "Paragraph removed\n", "New paragraph\n"])
      expect(shown).toContain(said);
  });

  test("shows where a paragraph was cut in two", () => {
    const shown = html({ challenge: "It ran. It paid." }, { challenge: "It ran.\n\nIt paid." });
    expect(shown).toContain("¶");
    expect(heard(shown)).toContain("a new line");
    expect(shown).not.toContain("␣");
  });

  test("shows a space that nothing else tells of", () => {
    const shown = html({ challenge: "It ran  late." }, { challenge: "It ran late." });
    expect(heard(shown)).toMatch(/removed: a space|removed: .*a space/);
  });

  test("keeps every row of a list", () => {
    const rows = ["One", "Two", "Three", "Four"].map((title) => ({ title, url: "https://dorset.example/" }));
    const shown = heard(html({ links: rows }, { links: rows.slice(0, 3) }));
    for (const { title } of rows) expect(shown).toContain(title);
  });

  test("leaves out unchanged words and paragraphs far from it", () => {
    const long = Array.from({ length: 60 }, (_, index) => `word${index}`).join(" ");
    const old = ["First.", "Second.", `${long} bus`, "Fourth.", "Fifth."].join("\n\n");
    const shown = heard(html({ challenge: old }, { challenge: old.replace("bus", "tram") }));
    expect(shown).toContain("(unchanged words left out) word52 word53");
    expect(shown).toContain("Second.");
    expect(shown).not.toMatch(/First|word51|Fifth/);
  });

  test("shows markup as it was typed", () => {
    expect(html({}, { title: "<script>alert(1)</script>" })).not.toContain("<script>");
  });
});

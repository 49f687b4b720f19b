import fc from "fast-check";
import type { Answers } from "#lib/domain/template/answers.ts";
import { fits } from "#lib/domain/template/answers.ts";
import type { Question, Template } from "#lib/domain/template/questions.ts";
import { questionsOf } from "#lib/domain/template/templates.ts";
import type { WordContent } from "#lib/transfer/word/writing/content.ts";

/** Lists that answers choose from, as a test needs them. */
export const names = {
  topics: [
    { id: "transport", name: "Transport" },
    { id: "buses", name: "Buses" },
    { id: "libraries", name: "Libraries" },
    { id: "youth", name: "Youth" },
  ],
  supportTypes: [
    { id: "peer-challenge", name: "Peer challenge" },
    { id: "grant-funding", name: "Grant funding" },
  ],
  councils: [
    { id: "thanet", name: "Thanet District Council", shortName: "Thanet" },
    { id: "dover", name: "Dover District Council", shortName: "Dover" },
    { id: "kent", name: "Kent County Council", shortName: "Kent" },
    { id: "cornwall", name: "Cornwall Council", shortName: "Cornwall" },
  ],
};

/** What a document of ours is made of, but for what a test says. */
export const wordContent = (
  content: Pick<WordContent, "template" | "answers"> & Partial<WordContent>,
): WordContent => ({
  as: "form",
  title: "Case study",
  publisher: "Casebook",
  lines: [],
  notices: [],
  names,
  contact: null,
  files: new Map(),
  ...content,
});

const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constantFrom(
    "The impact",
    "Choose one",
    "1. First",
    "• dot",
    "a\nb\n\nc",
    "Title: x",
    "<b>&amp;</b>",
    "  ",
    "=1+1",
    "🚌 é ﷺ",
    "Optional.",
  ),
);
const word = fc.constantFrom(
  "fares",
  "bus",
  "née",
  "*",
  "_x_",
  "1,140",
  "`",
  "|",
  "<p>",
  "&amp;",
  "https://example.org/a_b",
  "\\",
  "#",
  "🚌",
);
const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
const inline = fc.oneof(
  sentence,
  sentence.map((text) => `**${text}**`),
  sentence.map((text) => `_${text}_`),
  sentence.map((text) => `~~${text}~~`),
  fc.tuple(sentence, fc.webUrl()).map(([text, url]) => `[${text}](${url})`),
  fc.constant("`code`"),
);
/** No heading, which Word does not have within a list. */
const phrase = fc
  .array(inline, { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(" ").replace(/^(?=[*\s]*#+(?:\s|$))/, "so "));
const block = fc.oneof(
  phrase,
  fc.tuple(fc.integer({ min: 1, max: 6 }), phrase).map(([level, text]) => `${"#".repeat(level)} ${text}`),
  fc.array(phrase, { minLength: 1, maxLength: 4 }).map((items) => items.map((item) => `- ${item}`).join("\n")),
  fc
    .tuple(fc.integer({ min: 0, max: 30 }), fc.array(phrase, { minLength: 1, maxLength: 4 }))
    .map(([start, items]) =>
      items.map((item, index) => `${start + index}. ${item}\n   - inside\n\n     more`).join("\n"),
    ),
  phrase.map((text) => `> ${text}\n>\n> - quoted`),
  fc
    .tuple(phrase, phrase)
    .map(([one, other]) => `| a | b |\n| - | -: |\n| ${one.replaceAll("|", "")} | ${other.replaceAll("|", "")} |`),
  fc
    .array(fc.tuple(fc.constantFrom("x", " "), phrase), { minLength: 1, maxLength: 3 })
    .map((items) => items.map(([tick, text]) => `- [${tick}] so ${text}`).join("\n")),
  fc
    .array(phrase, { minLength: 1, maxLength: 3 })
    .map((cells) => ["| a |", "| :-: |", ...cells.map((one) => `| ${one.replaceAll("|", "")} |`)].join("\n")),
  phrase.map(
    (text) =>
      `1. first\n   - ${text}\n\n     \`\`\`\n     code\n       in\n     \`\`\`\n\n   > quoted\n   >\n   > - in it\n2. last`,
  ),
  phrase.map((text) => `- ${text}\n  - in it\n\n  more\n\n  ---\n  - again`),
  fc.constantFrom(
    "---",
    "[01843 577000](tel:01843577000)",
    "```\ncode\n  more\n```",
    "The impact",
    "line  \nbreak",
    "[^1]\n\n[^1]: note",
    "<div>raw</div>",
    "![alt](https://example.org/x.png)",
    "Contact",
  ),
);
const anyMarkdown = fc.oneof(
  { weight: 4, arbitrary: fc.array(block, { maxLength: 6 }).map((blocks) => blocks.join("\n\n")) },
  { weight: 1, arbitrary: anyText },
);

/** Any answers a template takes, some of them missing. */
export function anyAnswers(template: Template): fc.Arbitrary<Answers> {
  const each = Object.fromEntries(questionsOf(template).map((question) => [question.key, anyAnswer(question)]));
  return fc.record(each, { requiredKeys: [] }).map((answers) => {
    const kept = Object.entries(answers).map(([key, answer]) => {
      const read = fits(template).safeParse({ [key]: answer });
      return [key, read.success ? read.data[key] : undefined] as const;
    });
    return Object.fromEntries(kept.filter(([, answer]) => answer !== undefined));
  });
}

function anyAnswer(question: Question): fc.Arbitrary<unknown> {
  const rows = (row: Record<string, fc.Arbitrary<unknown>>, most: number) =>
    fc.array(fc.record(row), { maxLength: most });
  switch (question.kind) {
    case "text":
      return anyText;
    case "markdown":
      return anyMarkdown;
    case "choice":
      return fc.constantFrom(...question.options.map(({ value }) => value));
    case "choices":
      return fc.uniqueArray(
        fc.oneof(
          fc.constantFrom(...names[question.from].map(({ id }) => id)),
          fc.string({ minLength: 1, maxLength: 12 }),
        ),
        { maxLength: question.maxItems },
      );
    case "month":
      return fc
        .tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 12 }))
        .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}`);
    case "council":
      return fc.oneof(fc.constantFrom("thanet", "kent"), fc.string({ minLength: 1, maxLength: 20 }));
    case "councils":
      return fc.uniqueArray(
        fc.oneof(fc.constantFrom("thanet", "kent", "dover"), fc.string({ minLength: 1, maxLength: 12 })),
        { maxLength: question.maxItems },
      );
    case "measures":
      return rows({ name: anyText, before: anyText, after: anyText, unit: anyText }, question.maxItems);
    case "links":
      return rows(
        { title: anyText, url: fc.webUrl({ withFragments: true, withQueryParameters: true }) },
        question.maxItems,
      );
    case "files":
      return rows({ attachment: fc.uuid(), title: anyText, alt: anyText, credit: anyText }, question.maxItems);
    case "contact":
      return fc.uuid();
    case "declaration":
      return fc.boolean();
  }
}

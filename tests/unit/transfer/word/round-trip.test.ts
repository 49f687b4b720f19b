import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { template as schema } from "#lib/domain/template/questions.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { readWord } from "#lib/transfer/word/reading/read-word.ts";
import { writeWord } from "#lib/transfer/word/writing/write-word.ts";
import second from "#tests/support/template-2.json" with { type: "json" };
import { anyAnswers, wordContent } from "#tests/support/word/answers.ts";
import { comparable, known, readVisible } from "#tests/support/word/visible.ts";
import { often } from "#tests/support/thorough.ts";

const templates = [getTemplate("case-study-1"), getTemplate("signpost-1"), schema.parse(second)] as const;
const each = templates.map((template) => [template.key, template] as const);

describe("any answers that fit come back from Word as they were", () => {
  test.each(each)("%s", { timeout: 120_000 }, async (_key, template) => {
    await fc.assert(
      fc.asyncProperty(anyAnswers(template), async (answers) => {
        const bytes = await writeWord(wordContent({ template, answers }));
        const read = await readWord(bytes, template);
        expect(read.ok && read.value.exact).toEqual(answers);
      }),
      { numRuns: often(10, 200) },
    );
  });
});

// What an answer carries unseen is passed over as soon as somebody changes a letter of it.
describe("the words of a document alone say any answers", () => {
  test.each(each)("%s", { timeout: 120_000 }, async (_key, template) => {
    await fc.assert(
      fc.asyncProperty(anyAnswers(template), async (any) => {
        const answers = known(template, any);
        const read = await readVisible(template, answers);
        expect(read).toEqual({ answers: comparable(template, answers), left: [] });
      }),
      { numRuns: often(10, 200) },
    );
  });
});

describe("an answer that somebody changes a letter of keeps", () => {
  test.each([
    ["its ticks", "- [x] done\n- [ ] to do\n- neither"],
    ["where its columns stand", "| Town | Fare | Buses |\n| - | -: | :-: |\n| Deal | £2 | 8 |"],
    ["code in an item", "- first\n\n  ```\n  code\n    in it\n  ```\n\n- second"],
    ["a quotation in an item", "1. first\n\n   > quoted\n   >\n   > - in it\n\n2. second"],
    ["words that go on below a list in an item", "- first\n\n  - in it\n\n  more of first\n\n- second"],
    ["a number to ring", "Ring [01843 577000](tel:01843577000)."],
    ["a table of one column", "| Town |\n| - |\n| Deal |\n| Dover |"],
  ])("%s", async (_what, challenge) => {
    const [template] = templates;
    const read = await readWord(await writeWord(wordContent({ template, answers: { challenge } })), template);
    expect(read.ok && read.value.raw["challenge"]).toBe(challenge);
  });
});

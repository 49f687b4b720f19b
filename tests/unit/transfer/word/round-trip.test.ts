import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { template as schema } from "#lib/domain/template/questions.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { readWord } from "#lib/transfer/word/reading/read-word.ts";
import { writeWord } from "#lib/transfer/word/writing/write-word.ts";
import second from "#tests/support/template-2.json" with { type: "json" };
import { anyAnswers, wordContent } from "#tests/support/word/answers.ts";
import { comparable, known, readVisible } from "#tests/support/word/visible.ts";

const templates = [getTemplate("case-study-1"), getTemplate("signpost-1"), schema.parse(second)];
const each = templates.map((template) => [template.key, template] as const);

describe("any answers that fit come back from Word as they were", () => {
  test.each(each)("%s", { timeout: 120_000 }, async (_key, template) => {
    await fc.assert(
      fc.asyncProperty(anyAnswers(template), async (answers) => {
        const bytes = await writeWord(wordContent({ template, answers }));
        const read = await readWord(bytes, template);
        expect(read.ok && read.value.exact).toEqual(answers);
      }),
      { numRuns: 40 },
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
      { numRuns: 40 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { template as schema } from "#lib/domain/template/questions.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { readWord } from "#lib/transfer/word/reading/read-word.ts";
import { writeWord } from "#lib/transfer/word/writing/write-word.ts";
import second from "#tests/support/template-2.json" with { type: "json" };
import { anyAnswers, wordContent } from "#tests/support/word/answers.ts";

const templates = [getTemplate("case-study-1"), getTemplate("signpost-1"), schema.parse(second)];

describe("any answers that fit come back from Word as they were", () => {
  test.each(templates.map((template) => [template.key, template] as const))(
    "%s",
    { timeout: 120_000 },
    async (_key, template) => {
      await fc.assert(
        fc.asyncProperty(anyAnswers(template), async (answers) => {
          const bytes = await writeWord(wordContent({ template, answers }));
          const read = await readWord(bytes, template);
          expect(read.ok && read.value.exact).toEqual(answers);
        }),
        { numRuns: 40 },
      );
    },
  );
});

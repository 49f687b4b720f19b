import { expect, test } from "vitest";
import { columnWords } from "#lib/domain/imports/column-words.ts";
import { listColumns } from "#lib/domain/imports/columns.ts";

const says = (name: string) => columnWords().find((column) => column.name === name)?.says;

test("a title may be as long as the kind of row allows, and what is the same for both is said once", () => {
  expect(says("title")).toBe("Title. At most this many characters: 100 in a case study, 150 in a signpost.");
  expect(says("summary")).toBe("Summary. At most 300 characters.");
});

test("a column of both kinds says everything else for both", () => {
  const counts = listColumns().flatMap(({ name, questions }) => {
    const most = [...questions.values()].map((question) => ("maxItems" in question ? question.maxItems : 0));
    return new Set(most).size > 1 ? [name] : [];
  });
  expect(counts).toEqual([]);
});

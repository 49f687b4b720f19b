import type { Rule } from "../rule.ts";
import { rowsOf } from "../rows.ts";

/** Measures whose numbers do not say what they count. "45%" and "3 days" say it themselves. */
export const measureUnit: Rule = ({ template, answers }) =>
  template.sections.flatMap((section) =>
    section.questions
      .filter(({ kind }) => kind === "measures")
      .flatMap(({ key }) =>
        rowsOf(answers[key], ["name", "before", "after", "unit"])
          .filter(({ before, after, unit }) => unit === "" && [before, after].some(isBareNumber))
          .map(({ name, before, after }) => ({
            section: section.key,
            question: key,
            message: `Give ${name ? `“${name}”` : "this measure"} a unit, such as visits, days, % or £.`,
            excerpt: [before, after].filter((value) => value !== "").join(" to "),
          })),
      ),
  );

const isBareNumber = (value: string) => /\p{Nd}/u.test(value) && !/[\p{L}\p{Sc}%‰°]/u.test(value);

import type { Fact } from "../../template/questions.ts";
import { questionFor } from "../../template/templates.ts";
import { likeness } from "../trigrams.ts";
import type { Rule, Version } from "../rule.ts";

const alike = 0.6;
const longestTitle = 500;

/** A published case study of the same council with nearly the same title. Only the closest one is named. */
export const likelyDuplicate: Rule = (version) => {
  const { template, known } = version;
  const question = questionFor(template, "title");
  const section = template.sections.find(({ questions }) => questions.some(({ key }) => key === question?.key));
  const [title, council] = [textOf(version, "title"), textOf(version, "council")];
  if (!question || !section || !title || !council) return [];

  const [closest] = known.titles
    .filter(({ councilId }) => councilId === council)
    .map((one) => ({ ...one, score: likeness(title.slice(0, longestTitle), one.title) }))
    .filter(({ score }) => score >= alike)
    .toSorted((a, b) => b.score - a.score);
  if (!closest) return [];

  const message =
    "Your council already has a case study with a title like this. If it is the same work, update that one.";
  return [{ section: section.key, question: question.key, message, excerpt: closest.title, slug: closest.slug }];
};

function textOf({ template, answers }: Version, fact: Fact): string {
  const answer = answers[questionFor(template, fact)?.key ?? ""];
  return typeof answer === "string" ? answer : "";
}

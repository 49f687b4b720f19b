import { declarationsOf } from "#lib/domain/template/declarations.ts";
import { sectionOf, type Gap } from "#lib/domain/template/progress.ts";
import type { Template } from "#lib/domain/template/questions.ts";
import { paths } from "#lib/http/paths.ts";

/** Where what is missing from a draft can be put in: the page of its section, or the one that declares and sends. */
export function placeOfGap(token: string, template: Template, { question, at }: Gap): string {
  const section = sectionOf(template, question)?.key ?? "";
  const isDeclared = section === declarationsOf(template)?.key;
  return isDeclared
    ? `${paths.draftCheck(token)}#${question}`
    : `${paths.draftSection(token, section)}?check#${[question, ...at].join(".")}`;
}

import { councilMeant, whichCouncil } from "../council-names.ts";
import type { Answers } from "./answers.ts";
import type { Section } from "./questions.ts";

import type { Gap } from "./progress.ts";

type Councils = Parameters<typeof councilMeant>[1];

/** The answers of a section with councils as ids where it is clear who is meant, none of them a partner of itself. */
export function answersWithCouncils(section: Section, typed: Answers, councils: Councils): Answers {
  const meant = (name: unknown) => councilMeant(String(name), councils) ?? String(name);
  const leads = section.questions.filter(({ kind }) => kind === "council").map(({ key }) => meant(typed[key]));
  return Object.fromEntries(
    Object.entries(typed).map(([key, answer]) => {
      const kind = section.questions.find((question) => question.key === key)?.kind;
      if (kind === "council") return [key, meant(answer)];
      if (kind === "councils" && Array.isArray(answer))
        return [key, [...new Set(answer.map(meant))].filter((id) => !leads.includes(id))];
      return [key, answer];
    }),
  );
}

/** What was typed for a council and is the name of none, or of more than one. */
export function unknownCouncilsIn(section: Section, answers: Answers, councils: Councils): Gap[] {
  const known = new Set(councils.map(({ id }) => id));
  return section.questions
    .filter(({ kind }) => kind === "council" || kind === "councils")
    .flatMap(({ key }) => {
      const unknown = [answers[key] ?? []]
        .flat()
        .map(String)
        .find((typed) => !known.has(typed));
      return unknown ? [{ question: key, at: [], message: whichCouncil(unknown, councils) }] : [];
    });
}

import { settleSuggestion } from "#lib/commands/review/settle-suggestion.ts";
import { reportProblem } from "#lib/commands/submissions/report-problem.ts";
import { suggestChange } from "#lib/commands/submissions/suggest-change.ts";
import { db } from "#lib/data/db.ts";
import type { ProblemKind } from "#lib/domain/suggestion.ts";
import type { Cast } from "./cast.ts";
import { daysBefore } from "./plan.ts";
import { must } from "./writing.ts";

const suggestions = [
  {
    email: "p.lang@ringstow.example",
    text: "The team named at the end is now part of Customer Services. Its mailbox still works, but nobody there worked on this.",
    days: 40,
    answer: "Thank you. We have asked the council for the new team, and it will stand there from the next version on.",
  },
  {
    email: "m.osei@penmarrow.example",
    text: "We tried the same and it did not last: the second year costs twice what is said here, because the lease ends.",
    days: 12,
  },
  {
    email: "library.friends@dunmarrow.example",
    text: "The link to the evaluation leads to a page that is gone. It is now on the council’s page of reports, under 2025.",
    days: 3,
  },
];

const problems: { kind: ProblemKind; email: string | null; text: string; days: number; answer?: string }[] = [
  {
    ...{ kind: "link", email: "a.reader@fenmoor.example", days: 20 },
    text: "The second link at the end opens a page that says it was not found.",
    answer: "Thank you. The council has put its report back, and the link works again.",
  },
  {
    ...{ kind: "contact", email: "n.ortega@wexbridge.example", days: 17 },
    text: "I wrote to the team twice since September and rang once. Nobody answers.",
  },
  {
    ...{ kind: "access", email: null, days: 2 },
    text: "On my phone the table of figures is cut off on the right, and it does not move when I swipe.",
  },
];

/** Has readers report problems with the pages of some case studies, one of which an editor has settled. */
export async function gatherProblems(caseStudyIds: readonly string[], { editors: [, actor] }: Cast): Promise<void> {
  for (const [index, { kind, email, text, days, answer }] of problems.entries()) {
    const { id: caseStudyId, slug } = await db.caseStudy.findUniqueOrThrow({
      where: { id: caseStudyIds[index] ?? "" },
    });
    must(await reportProblem({ slug: slug ?? "", kind, email, text, now: daysBefore(days) }));
    if (!answer) continue;
    const { id } = await db.suggestion.findFirstOrThrow({ where: { caseStudyId, kind } });
    must(await settleSuggestion({ id, answer, actor, now: daysBefore(days - 4) }));
  }
}

/** Has readers suggest changes to some published case studies, one of which an editor has settled. */
export async function gatherSuggestions(caseStudyIds: readonly string[], { editors: [actor] }: Cast): Promise<void> {
  for (const [index, { email, text, days, answer }] of suggestions.entries()) {
    const { id: caseStudyId, slug } = await db.caseStudy.findUniqueOrThrow({
      where: { id: caseStudyIds[index] ?? "" },
    });
    must(await suggestChange({ slug: slug ?? "", email, text, now: daysBefore(days) }));
    if (!answer) continue;
    const { id } = await db.suggestion.findFirstOrThrow({ where: { caseStudyId } });
    must(await settleSuggestion({ id, answer, actor, now: daysBefore(days - 4) }));
  }
}

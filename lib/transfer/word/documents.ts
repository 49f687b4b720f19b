import type { CaseStudyPage } from "#lib/data/directory/case-studies.ts";
import { getNamedTerms } from "#lib/data/catalogue/terms/choices.ts";
import { listCouncilNames } from "#lib/data/directory/council-names.ts";
import { db } from "#lib/data/db.ts";
import { listFiles } from "#lib/data/files/files.ts";
import { titleOf, type Draft } from "#lib/data/submissions/drafts.ts";
import { dayInWords } from "#lib/domain/calendar/london-days.ts";
import { licence } from "#lib/domain/licence.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import type { Template } from "#lib/domain/template/questions.ts";
import { current, getTemplate, questionFor, questionsOf } from "#lib/domain/template/templates.ts";
import { yearsOnInWords } from "#lib/domain/upkeep/enquiries.ts";
import { filesIn } from "#lib/domain/word/choices.ts";
import { shownFiles } from "./shown-files.ts";
import type { WordContent } from "./writing/content.ts";
import { writeWord } from "./writing/write-word.ts";

const publisher = "Casebook";

/** The questions of a case study, to be filled in. */
export async function templateDocument(): Promise<Uint8Array> {
  const template = getTemplate(current.caseStudy);
  return writeWord({ ...(await bare()), template, answers: {}, as: "form", title: template.name });
}

/** A draft: as a form while its words may be written, as a paper for whoever reads it. "away" while its files cannot be had. */
export async function draftDocument(
  draft: Pick<Draft, "template" | "answers" | "contact" | "caseStudyId">,
  as: WordContent["as"],
): Promise<Uint8Array | "away"> {
  const { template, answers, contact, caseStudyId } = draft;
  const title = titleOf(draft) || template.name;
  const named = questionsOf(template).filter(({ kind }) => kind === "files");
  const ids = named.flatMap(({ key }) => filesIn(answers, { question: key })).map(({ attachment }) => attachment);
  const files = await shownFiles(await listFiles(db, ids, caseStudyId), () => null);
  if (files === "away") return files;
  return writeWord({
    ...(await bare()),
    template,
    answers,
    as,
    title,
    contact,
    files,
    lines: ["Draft, not published"],
  });
}

interface Published {
  page: CaseStudyPage;
  /** Where its page is, in full. */
  address: string;
  /** Where a file of it is, in full. */
  addressOf: (file: { id: string; name: string }) => string;
}

/** A case study as its page shows it. One that was withdrawn says so first. "away" while its files cannot be had. */
export async function publishedDocument({ page, address, addressOf }: Published): Promise<Uint8Array | "away"> {
  const { template, answers, facts, contact, withdrawn, council, partners, followUps } = page;
  const ids = [...page.pictures, ...page.documents].map(({ id }) => id);
  const files = await shownFiles(await listFiles(db, ids), addressOf);
  if (files === "away") return files;
  const content = await bare();
  const councils = [...[council, ...partners].flatMap((one) => one ?? []), ...content.names.councils];
  const whose = [facts.organisation, council?.name].filter(Boolean).join(", ");
  return writeWord({
    ...content,
    ...{ template, contact },
    answers: withdrawn ? withoutOutcome(template, answers) : answers,
    as: "paper",
    title: facts.title,
    lines: [[whose, address].filter(Boolean).join(" · "), standing(page), licence.name],
    notices: [
      ...(withdrawn ? [{ heading: "This case study was withdrawn", text: withdrawn.reason }] : []),
      ...followUps.map(({ years, toldAt, text }) => ({
        heading: `What happened next. ${yearsOnInWords(years)}, ${dayInWords(toldAt)}`,
        text,
      })),
    ],
    names: { ...content.names, councils },
    files,
  });
}

/** Since when it can be read, and whether somebody has looked at it since: a file is read long after it was fetched. */
function standing({ publishedAt, reviewedAt, overdue, withdrawn }: CaseStudyPage): string {
  const parts = [
    `Published ${dayInWords(publishedAt)}`,
    reviewedAt && `reviewed ${dayInWords(reviewedAt)}`,
    overdue && !withdrawn && "due for review",
  ];
  return parts.filter(Boolean).join(", ");
}

/** What a withdrawn case study claims is not repeated where it would be believed at a glance. */
function withoutOutcome(template: Template, answers: Answers): Answers {
  const claim = questionFor(template, "outcome")?.key;
  return Object.fromEntries(Object.entries(answers).filter(([key]) => key !== claim));
}

async function bare(): Promise<Omit<WordContent, "template" | "answers" | "as" | "title">> {
  const [{ topic, support }, councils] = await Promise.all([getNamedTerms(), listCouncilNames()]);
  const names = { topics: topic, supportTypes: support, councils };
  return { publisher, lines: [], notices: [], names, contact: null, files: new Map() };
}

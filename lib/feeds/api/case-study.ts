import { z } from "zod";
import type { CaseStudyPage } from "#lib/data/directory/case-studies.ts";
import type { CaseStudyRecord } from "#lib/data/directory/records.ts";
import { regionSlug } from "#lib/domain/councils.ts";
import { licence } from "#lib/domain/licence.ts";
import { kindOf } from "#lib/domain/template/templates.ts";
import { paths } from "#lib/http/paths.ts";
import { printedAddress } from "#lib/http/site.ts";
import { answer, answersOf } from "./answers.ts";
import { fact, factsBody } from "./facts.ts";
import { licenceBody } from "./list.ts";
import { address, councilReference, day, moment, placedTopic, term } from "./terms.ts";

const section = z
  .strictObject({ key: z.string(), title: z.string(), answers: z.array(answer) })
  .meta({ id: "Section", description: "A section of the text, with its answers in the order of the template." });

const shape = {
  slug: z.string(),
  url: address("Its page."),
  kind: z.string().meta({ description: "`case-study`, or `signpost` where the text lives elsewhere." }),
  template: z.string().meta({ description: "The list of questions it answers, such as `case-study-1`." }),
  title: z.string(),
  summary: z.string(),
  council: z.union([councilReference, z.null()]),
  organisation: z.string().meta({ description: "Who leads it if no council does, or acts for the council; or empty." }),
  partners: z.array(councilReference),
  topics: z.array(placedTopic),
  supportTypes: z.array(term),
  collections: z.array(term),
  facts: z.record(z.string(), fact).meta({ description: "By name, such as `outcome`, `cost`, `start` or `people`." }),
  source: z
    .union([z.strictObject({ title: z.string(), url: z.string() }), z.null()])
    .meta({ description: "Where the whole text of a signpost can be read." }),
  sections: z.array(section),
  publishedAt: moment("When readers could first see it."),
  updatedAt: moment("When the words they see now came."),
  changedAt: moment(
    "When its words, topics or support types, or what happened next, last changed. What it is filed under can be renamed without.",
  ),
  reviewedAt: z.union([moment("When an editor last found it still right."), z.null()]),
  reviewBy: z.union([day("When an editor is to look at it again."), z.null()]),
  followUps: z
    .array(z.strictObject({ toldAt: moment("When the council wrote it."), yearsOn: z.number(), text: z.string() }))
    .meta({ description: "What the council says happened next, one and three years after publication." }),
  overdue: z.boolean().meta({ description: "Whether nobody has looked at it in time." }),
  licence: licenceBody,
};

/** One line of the download. */
export const record = z
  .strictObject(shape)
  .meta({ id: "Record", description: "A case study without its contact, as a line of the download has it." });

export const caseStudy = z
  .strictObject({
    ...shape,
    contact: z
      .union([
        z.strictObject({
          name: z.string(),
          email: z.string(),
          phone: z.string(),
          confirmedAt: z.union([moment("When they last said it is right."), z.null()]),
        }),
        z.null(),
      ])
      .meta({ description: "Whom to ask, where they agreed to be shown. In no list, file or feed." }),
    withdrawn: z
      .union([z.strictObject({ at: moment("Since when."), reason: z.string() }), z.null()])
      .meta({ description: "Why it was withdrawn, if it was. It is then in no list and no download." }),
  })
  .meta({ id: "CaseStudy", description: "Everything its page shows." });

/** A case study as a line of the download has it. */
export function recordBody(from: CaseStudyRecord): z.output<typeof record> {
  const { template, facts } = from;
  return {
    slug: from.slug,
    url: printedAddress(paths.caseStudy(from.slug)),
    kind: kindOf(template),
    template: template.key,
    title: facts.title,
    summary: facts.summary,
    council: from.council && councilBody(from.council),
    organisation: facts.organisation,
    partners: from.partners.map(councilBody),
    topics: from.topics.map(({ parent, ...topic }) => ({ ...termBody(topic), parent: parent && termBody(parent) })),
    supportTypes: from.supportTypes.map(termBody),
    collections: from.collections.map(termBody),
    facts: factsBody(from),
    source: facts.source,
    sections: template.sections
      .map((one) => ({ key: one.key, title: one.title, answers: answersOf(one, from) }))
      .filter(({ answers }) => answers.length > 0),
    publishedAt: from.publishedAt.toISOString(),
    updatedAt: from.updatedAt.toISOString(),
    changedAt: from.changedAt.toISOString(),
    reviewedAt: from.reviewedAt?.toISOString() ?? null,
    reviewBy: from.reviewBy?.toISOString().slice(0, 10) ?? null,
    followUps: from.followUps.map(({ toldAt, years, text }) => ({
      toldAt: toldAt.toISOString(),
      yearsOn: years,
      text,
    })),
    overdue: from.overdue,
    licence,
  };
}

/** A case study as its page has it, with its contact. */
export function caseStudyBody(page: CaseStudyPage): z.output<typeof caseStudy> {
  const { contact, withdrawn } = page;
  return {
    ...recordBody(page),
    contact: contact && {
      name: contact.name,
      email: contact.email,
      phone: contact.phone,
      confirmedAt: contact.confirmedAt?.toISOString() ?? null,
    },
    withdrawn: withdrawn && { at: withdrawn.at.toISOString(), reason: withdrawn.reason },
  };
}

type Council = NonNullable<CaseStudyRecord["council"]>;

const termBody = ({ slug, name }: { slug: string; name: string }) => ({ slug, name });

const councilBody = ({ slug, name, shortName, type, nation, region }: Council): z.output<typeof councilReference> => ({
  ...{ slug, name, shortName, type },
  region: regionSlug(nation, region),
});

import { standingAnswers } from "#lib/domain/catalogue/stand-ins.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { factsOf, type Facts } from "#lib/domain/template/facts.ts";
import type { Template } from "#lib/domain/template/questions.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { asTheyStand, readStanding } from "#lib/data/catalogue/standing.ts";
import { readStandIns } from "#lib/data/catalogue/terms/stand-ins.ts";
import { db } from "#lib/data/db.ts";
import { listShownFollowUps, type ShownFollowUp } from "#lib/data/upkeep/follow-ups.ts";
import { textChanges } from "#lib/domain/workflow/moves.ts";
import { readNamedFiles, type NamedDocument, type NamedPicture } from "#lib/data/files/named-files.ts";
import { listNames, type Names } from "./names.ts";

/** One published case study with everything a feed or a file says of it. No contact is ever part of it. */
export interface Entry {
  /** Of the case study: stays when its address changes. */
  id: string;
  slug: string;
  template: Template;
  answers: Answers;
  facts: Facts;
  council: { slug: string; name: string } | null;
  partners: string[];
  topics: { slug: string; name: string }[];
  supportTypes: { slug: string; name: string }[];
  pictures: NamedPicture[];
  documents: NamedDocument[];
  /** What the council says happened next, in the order of time. */
  followUps: ShownFollowUp[];
  /** When readers could first see it, and when anything in it last changed. */
  publishedAt: Date;
  changedAt: Date;
}

/** The case studies of the slugs given, in that order. What is not published is left out. */
export async function listEntries(slugs: readonly string[]): Promise<Entry[]> {
  const [versions, standing, standIns] = await Promise.all([listShown(slugs), readStanding(db), readStandIns(db)]);
  const words = versions.map(({ template: key, revisions }) => {
    const template = getTemplate(key);
    const answers = standingAnswers(template, (revisions[0]?.answers ?? {}) as Answers, standIns);
    return { template, answers, facts: asTheyStand(factsOf(template, answers), standing) };
  });
  const facts = words.map((one) => one.facts);
  const [names, filesOf] = await Promise.all([listNames(facts), readNamedFiles(db, facts)]);
  const ids = versions.map(({ caseStudyId }) => caseStudyId);
  const [dates, told] = await Promise.all([listDates(ids), listShownFollowUps(db, ids)]);
  const entries = versions.flatMap(({ caseStudyId: id, caseStudy: { slug } }, index) => {
    const [wording, dated] = [words[index], dates.get(id)];
    if (!wording || !dated || !slug) return [];
    const followUps = told.filter(({ caseStudyId }) => caseStudyId === id);
    const named = { ...namedIn(wording.facts, names), ...filesOf(id, wording.facts) };
    return [{ id, slug, ...wording, ...named, followUps, ...dated }];
  });
  const order = new Map(slugs.map((slug, index) => [slug, index]));
  return entries.toSorted((a, b) => (order.get(a.slug) ?? 0) - (order.get(b.slug) ?? 0));
}

const listShown = (slugs: readonly string[]) =>
  db.version.findMany({
    where: { state: "published", caseStudy: { slug: { in: [...slugs] } } },
    select: {
      ...{ caseStudyId: true, template: true, caseStudy: { select: { slug: true } } },
      revisions: { orderBy: { number: "desc" }, take: 1, select: { answers: true } },
    },
  });

/** When each was first published, and when what readers have of it last changed. */
async function listDates(ids: string[]): Promise<Map<string, Pick<Entry, "publishedAt" | "changedAt">>> {
  const events = await db.event.findMany({
    where: { kind: { in: textChanges }, version: { caseStudyId: { in: ids } } },
    orderBy: { at: "asc" },
    select: { at: true, kind: true, version: { select: { caseStudyId: true } } },
  });
  const dates = new Map<string, Pick<Entry, "publishedAt" | "changedAt">>();
  for (const { at, kind, version } of events) {
    const before = dates.get(version.caseStudyId);
    if (before || kind === "publish")
      dates.set(version.caseStudyId, { publishedAt: before?.publishedAt ?? at, changedAt: at });
  }
  return dates;
}

function namedIn(facts: Facts, { councils, topics, supportTypes }: Names) {
  return {
    council: councils.get(facts.council ?? "") ?? null,
    partners: facts.partners.flatMap((partner) => councils.get(partner)?.name ?? []),
    topics: facts.topics.flatMap((topic) => topics.get(topic) ?? []),
    supportTypes: facts.supportTypes.flatMap((type) => supportTypes.get(type) ?? []),
  };
}

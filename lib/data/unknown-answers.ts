import type { Answers } from "#lib/domain/template/answers.ts";
import type { Gap } from "#lib/domain/template/progress.ts";
import type { Question, Template } from "#lib/domain/template/questions.ts";
import { questionsOf } from "#lib/domain/template/templates.ts";
import { readAsTheyStand } from "./catalogue/terms/stand-ins.ts";
import type { Queries } from "./db.ts";

type Sort = "councils" | "topics" | "supportTypes" | "contacts";

interface Words {
  template: Template;
  answers: Answers;
  caseStudyId: string;
}

/** The answers that choose something there is not: a council, a topic, a support type, or somebody else's contact. */
export async function listUnknown(queries: Queries, words: Words): Promise<Gap[]> {
  const unknown = await readUnknown(queries, words);
  // A merge that ended between the two reads looks as if what was merged stood for nothing. Read once more, it is there whole.
  return unknown.length ? readUnknown(queries, words) : unknown;
}

async function readUnknown(queries: Queries, { template, answers: written, caseStudyId }: Words): Promise<Gap[]> {
  const answers = await readAsTheyStand(queries, template, written);
  const chosen = questionsOf(template).flatMap((question) => {
    const sort = sortOf(question);
    return sort ? [{ question, sort, ids: [answers[question.key] ?? []].flat().map(String) }] : [];
  });
  const idsOf = (sort: Sort) => chosen.filter((one) => one.sort === sort).flatMap(({ ids }) => ids);
  const known = await readKnown(queries, caseStudyId, idsOf);
  return chosen.flatMap(({ question, sort, ids }) => {
    const unknown = ids.filter((id) => known[sort].get(id) !== offered);
    if (!unknown.length) return [];
    const retired = unknown.flatMap((id) => known[sort].get(id) ?? [])[0];
    return [{ question: question.key, at: [], message: complaint(question, retired) }];
  });
}

const complaint = ({ label, missing }: Question, retired: string | undefined) =>
  retired ? `“${retired}” is not offered any more. Choose another` : (missing ?? `Choose ${label.toLowerCase()}`);

function sortOf(question: Question): Sort | null {
  switch (question.kind) {
    case "council":
    case "councils":
      return "councils";
    case "choices":
      return question.from;
    case "contact":
      return "contacts";
    default:
      return null;
  }
}

/** Stands for what may be chosen, in place of the name that something retired had. */
const offered = null;

/** What there is of what was chosen. */
async function readKnown(queries: Queries, caseStudyId: string, idsOf: (sort: Sort) => string[]) {
  type Found = { id: string; name?: string; retiredAt?: Date | null };
  const known = async (sort: Sort, find: (id: { in: string[] }) => Promise<Found[]>) => {
    const asked = idsOf(sort);
    const found = asked.length ? await find({ in: asked }) : [];
    return new Map(found.map(({ id, name = "", retiredAt }) => [id, retiredAt ? name : offered]));
  };
  const select = { id: true } as const;
  const term = (id: { in: string[] }) => ({ where: { id }, select: { ...select, name: true, retiredAt: true } });
  return {
    councils: await known("councils", (id) => queries.council.findMany({ where: { id }, select })),
    topics: await known("topics", (id) => queries.topic.findMany(term(id))),
    supportTypes: await known("supportTypes", (id) => queries.supportType.findMany(term(id))),
    contacts: await known("contacts", (id) => queries.contact.findMany({ where: { id, caseStudyId }, select })),
  } satisfies Record<Sort, Map<string, string | null>>;
}

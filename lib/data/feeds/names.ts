import type { Facts } from "#lib/domain/template/facts.ts";
import { db } from "#lib/data/db.ts";

interface Named {
  id: string;
  slug: string;
  name: string;
}

/** What the ids in facts stand for. */
export interface Names {
  councils: Map<string, Named>;
  topics: Map<string, Named>;
  supportTypes: Map<string, Named>;
  files: {
    id: string;
    caseStudyId: string;
    name: string;
    width: number | null;
    height: number | null;
    bytes: number;
  }[];
}

/** The councils, topics, support types and files that the facts of some case studies name. */
export async function listNames(facts: readonly Facts[], caseStudyIds: readonly string[]): Promise<Names> {
  const select = { id: true, slug: true, name: true };
  const among = (ids: (string | null)[]) => ({ where: { id: { in: [...new Set(ids)].filter((id) => id !== null) } } });
  const attached = facts.flatMap(({ images, documents }) => [...images, ...documents]);
  const [councils, topics, supportTypes, files] = await Promise.all([
    db.council.findMany({ ...among(facts.flatMap(({ council, partners }) => [council, ...partners])), select }),
    db.topic.findMany({ ...among(facts.flatMap((one) => one.topics)), select }),
    db.supportType.findMany({ ...among(facts.flatMap((one) => one.supportTypes)), select }),
    attached.length
      ? listFiles(
          attached.map(({ attachment }) => attachment),
          caseStudyIds,
        )
      : [],
  ]);
  return { councils: byId(councils), topics: byId(topics), supportTypes: byId(supportTypes), files };
}

const listFiles = (ids: string[], caseStudyIds: readonly string[]) =>
  db.attachment.findMany({
    where: { id: { in: ids }, caseStudyId: { in: [...caseStudyIds] } },
    select: { id: true, caseStudyId: true, name: true, width: true, height: true, bytes: true },
  });

const byId = (rows: Named[]) => new Map(rows.map((row) => [row.id, row]));

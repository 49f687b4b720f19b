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
}

/** The councils, topics and support types that the facts of some case studies name. */
export async function listNames(facts: readonly Facts[]): Promise<Names> {
  const select = { id: true, slug: true, name: true };
  const among = (ids: (string | null)[]) => ({ where: { id: { in: [...new Set(ids)].filter((id) => id !== null) } } });
  const [councils, topics, supportTypes] = await Promise.all([
    db.council.findMany({ ...among(facts.flatMap(({ council, partners }) => [council, ...partners])), select }),
    db.topic.findMany({ ...among(facts.flatMap((one) => one.topics)), select }),
    db.supportType.findMany({ ...among(facts.flatMap((one) => one.supportTypes)), select }),
  ]);
  return { councils: byId(councils), topics: byId(topics), supportTypes: byId(supportTypes) };
}

const byId = (rows: Named[]) => new Map(rows.map((row) => [row.id, row]));

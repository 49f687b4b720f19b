import { db } from "#lib/data/db.ts";
import type { Named } from "#lib/domain/people/answer-words.ts";

/** What councils, topics and support types are called, and some files. */
export async function readNames(files: readonly { id: string; name: string }[] = []): Promise<Named> {
  const select = { id: true, name: true };
  const [councils, topics, supportTypes] = await Promise.all([
    db.council.findMany({ select }),
    db.topic.findMany({ select }),
    db.supportType.findMany({ select }),
  ]);
  return { councils: byId(councils), terms: byId([...topics, ...supportTypes]), files: byId(files) };
}

const byId = (rows: readonly { id: string; name: string }[]) => new Map(rows.map(({ id, name }) => [id, name]));

import { z } from "zod";
import type { Retag, Tags } from "#lib/domain/catalogue/retag/retag.ts";
import type { Prisma } from "#prisma/client/client.ts";
import type { Queries } from "#lib/data/db.ts";
import { noteChange, type ChangeRow } from "#lib/data/catalogue/changes.ts";

/** What one case study was tagged with before and after. */
export interface Retagged {
  caseStudyId: string;
  versionId: string;
  before: Tags;
  after: Tags;
}

const tags = z.object({ topics: z.array(z.string()), supportTypes: z.array(z.string()) });
const side = z.object({ caseStudies: z.record(z.string(), z.object({ versionId: z.string(), tags })) });

/** What a kept change did to the tags of each case study. */
export function readRetagChange(change: Pick<ChangeRow, "before" | "after">): Retagged[] {
  const [before, after] = [side.parse(change.before).caseStudies, side.parse(change.after).caseStudies];
  return Object.entries(before).flatMap(([caseStudyId, { versionId, tags: was }]) => {
    const is = after[caseStudyId]?.tags;
    return is ? [{ caseStudyId, versionId, before: was, after: is }] : [];
  });
}

interface Kept {
  /** The change that these belong to, where some were written before. */
  id: string | null;
  retag: Retag;
  said: string;
  all: readonly Retagged[];
  actorId: string;
  at: Date;
}

/** Keeps how many case studies were retagged so far, with all that undoing needs. @returns the change's id */
export async function keepRetagChange(tx: Queries, { id, retag, said, all, actorId, at }: Kept): Promise<string> {
  const sideOf = (which: "before" | "after") =>
    Object.fromEntries(all.map((one) => [one.caseStudyId, { versionId: one.versionId, tags: one[which] }]));
  const before = { caseStudies: sideOf("before") } as unknown as Prisma.InputJsonObject;
  const after = { caseStudies: sideOf("after"), said } as unknown as Prisma.InputJsonObject;
  if (id) {
    await tx.catalogueChange.update({ where: { id }, data: { before, after } });
    return id;
  }
  const [subjectId = ""] = [retag.add, retag.remove].flatMap((some) => [...some.topics, ...some.supportTypes]);
  return noteChange(tx, { subject: "caseStudies", subjectId, kind: "retag", before, after, actorId, at });
}

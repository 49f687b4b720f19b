import { z } from "zod";

const revision = z.object({
  versionId: z.uuid(),
  number: z
    .string()
    .regex(/^[1-9]\d{0,6}$/)
    .transform(Number),
});

/** One revision of one version. */
export type RevisionName = z.output<typeof revision>;

/** A revision as an address names it. */
export const writeRevision = ({ versionId, number }: RevisionName): string => `${versionId}.${number}`;

/** Which revision an address names. Null where it names none. */
export function readRevision(text: string): RevisionName | null {
  const [versionId, number] = text.split(".");
  return revision.safeParse({ versionId, number }).data ?? null;
}

import { z } from "zod";
import { noRows, type Counts } from "#lib/domain/imports/findings.ts";
import { db, type Queries } from "#lib/data/db.ts";

export type Stage = "arriving" | "waiting" | "checked" | "confirmed" | "done" | "refused";

/** An import as its page shows it, and as whoever runs it needs it. */
export interface ImportState {
  id: string;
  source: string;
  fileName: string;
  bytes: number;
  format: string;
  encoding: string;
  topicId: string | null;
  base: string;
  publish: boolean;
  reason: string;
  stage: Stage;
  problem: string;
  notes: string[];
  done: number;
  total: number | null;
  counts: Counts;
  personId: string | null;
  createdAt: Date;
  finishedAt: Date | null;
  person: {
    id: string;
    name: string;
    email: string;
    role: "contributor" | "editor" | "administrator";
    active: boolean;
  } | null;
}

const withPerson = { person: { select: { id: true, name: true, email: true, role: true, active: true } } } as const;

const asState = ({
  counts,
  stage,
  ...row
}: Omit<ImportState, "counts" | "stage"> & { counts: unknown; stage: string }) => ({
  ...row,
  stage: stage as Stage,
  counts: { ...noRows, ...(counts as Partial<Counts>) },
});

/** Null for an id that is none, or one of an import that is not kept. */
export async function findImport(id: string, queries: Queries = db): Promise<ImportState | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const found = await queries.import.findUnique({ where: { id }, include: withPerson });
  return found && asState(found);
}

export const importsPerPage = 25;

/** Past imports, the newest first. */
export async function listImports(page: number): Promise<{ imports: ImportState[]; total: number }> {
  const [rows, total] = await Promise.all([
    db.import.findMany({
      orderBy: { createdAt: "desc" },
      take: importsPerPage,
      skip: (page - 1) * importsPerPage,
      include: withPerson,
    }),
    db.import.count(),
  ]);
  return { imports: rows.map(asState), total };
}

/** The file of an import, piece by piece. */
export async function* readParts(importId: string): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position += 1) {
    const part = await db.importPart.findUnique({ where: { importId_position: { importId, position } } });
    if (!part) return;
    yield part.bytes;
  }
}

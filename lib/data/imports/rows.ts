import { outcomes, type Finding, type Outcome } from "#lib/domain/imports/findings.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { db, type Queries } from "#lib/data/db.ts";

/** What was found about a row, or became of it. */
export interface ReportRow {
  number: number;
  place: number;
  key: string;
  title: string;
  outcome: Outcome;
  findings: Finding[];
  caseStudyId: string | null;
}

export const reportRowsPerPage = 50;

/** Keeps what was said of some rows, in the place of what was said of them before. */
export async function keepRows(tx: Queries, importId: string, rows: readonly ReportRow[]): Promise<void> {
  await tx.importRow.deleteMany({ where: { importId, number: { in: rows.map(({ number }) => number) } } });
  await tx.importRow.createMany({
    data: rows.map(({ findings, ...row }) => ({
      ...row,
      importId,
      findings: findings as unknown as Prisma.InputJsonArray,
    })),
  });
}

/** The numbers of the rows that something has been said of. */
export async function listNumbers(importId: string): Promise<Set<number>> {
  const rows = await db.importRow.findMany({ where: { importId }, select: { number: true } });
  return new Set(rows.map(({ number }) => number));
}

/** One page of what was said of rows, of one kind or all. */
export async function listRows(importId: string, only: Outcome | null, page: number): Promise<ReportRow[]> {
  const rows = await db.importRow.findMany({
    where: { importId, ...(only && { outcome: only }) },
    orderBy: { number: "asc" },
    take: reportRowsPerPage,
    skip: (page - 1) * reportRowsPerPage,
  });
  return rows.map(asReport);
}

/** All of it, some at a time. */
export async function* eachRow(importId: string, size = 500): AsyncGenerator<ReportRow[]> {
  for (let last = -1; ;) {
    const where = { importId, number: { gt: last } };
    const rows = await db.importRow.findMany({ where, orderBy: { number: "asc" }, take: size });
    if (rows.length) yield rows.map(asReport);
    if (rows.length < size) return;
    last = rows.at(-1)?.number ?? last;
  }
}

const asReport = ({
  importId: _importId,
  outcome,
  findings,
  ...row
}: Omit<ReportRow, "outcome" | "findings"> & { importId: string; outcome: string; findings: unknown }): ReportRow => ({
  ...row,
  outcome: outcomes.find((one) => one === outcome) ?? "wrong",
  findings: findings as Finding[],
});

/** The pages and the drafts that rows became, as far as there are any: for links to them. */
export async function listBecame(caseStudyIds: readonly string[]) {
  const rows = await db.caseStudy.findMany({
    where: { id: { in: [...new Set(caseStudyIds)] } },
    select: {
      ...{ id: true, slug: true },
      versions: { select: { id: true, state: true, imported: true }, orderBy: { number: "desc" }, take: 1 },
    },
  });
  return new Map(rows.map(({ id, slug, versions: [version] }) => [id, { slug, version: version ?? null }]));
}

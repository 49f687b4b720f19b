import type { Answers } from "#lib/domain/template/answers.ts";
import type { Template } from "#lib/domain/template/questions.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { standingOf, type FactCheckAnswer, type Standing, type Verdict } from "#lib/domain/workflow/fact-checks.ts";
import { readAsTheyStand } from "#lib/data/catalogue/terms/stand-ins.ts";
import { db, type Queries } from "#lib/data/db.ts";
import { hashOf, isToken } from "#lib/data/submissions/links.ts";
import { getAnswers } from "#lib/data/versions.ts";

const everything = { asked: { include: { actor: true } }, contact: true, version: true } as const;

type Row = NonNullable<Awaited<ReturnType<typeof findByToken>>>;

/** What somebody outside was asked, as it is kept. Null for an address that opens nothing. */
export const findByToken = async (queries: Queries, token: string) =>
  isToken(token) ? queries.factCheck.findUnique({ where: { tokenHash: hashOf(token) }, include: everything }) : null;

/** What somebody outside has before them: the words they were asked about, though there may be newer ones. */
export interface FactCheckInHand {
  standing: Standing;
  /** Of whoever was asked. */
  name: string;
  /** Who asks, by name, and what they wrote. */
  asker: string;
  note: string;
  until: Date;
  template: Template;
  answers: Answers;
  /** Whether the words have been changed since. */
  changedSince: boolean;
  answer: FactCheckAnswer | null;
}

/** What a secret address opens to somebody who was asked to check the facts. Null for one that opens nothing. */
export async function findFactCheck(token: string, now = new Date()): Promise<FactCheckInHand | null> {
  const found = await findByToken(db, token);
  if (!found) return null;
  const { asked, contact, version } = found;
  return {
    standing: standingOf({ ...found, state: version.state }, now),
    name: contact.name,
    asker: asked.actor?.name ?? "",
    note: asked.reason,
    until: found.expiresAt,
    template: getTemplate(version.template),
    answers: await readAsTheyStand(db, getTemplate(version.template), await getAnswers(db, version.id, asked.revision)),
    changedSince: version.latestRevision !== asked.revision,
    answer: answerIn(found),
  };
}

/** A question to somebody outside, as the desk lists it. */
export interface FactCheckLine {
  id: string;
  /** Who was asked. */
  name: string;
  email: string;
  askedAt: Date;
  /** Which words they were asked about. */
  revision: number;
  standing: Standing;
  expiresAt: Date;
  revokedAt: Date | null;
  answeredAt: Date | null;
  verdict: Verdict | null;
  remarks: Remark[];
}

/** What somebody outside said about one section. */
export interface Remark {
  section: string;
  title: string;
  text: string;
}

/** Everybody who was asked about a version, newest first. */
export async function listFactChecks(versionId: string, now = new Date()): Promise<FactCheckLine[]> {
  const rows = await db.factCheck.findMany({
    where: { versionId },
    include: everything,
    orderBy: [{ asked: { at: "desc" } }, { id: "desc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.contact.name,
    email: row.contact.email,
    askedAt: row.asked.at,
    revision: row.asked.revision,
    standing: standingOf({ ...row, state: row.version.state }, now),
    expiresAt: row.expiresAt,
    revokedAt: row.revokedAt,
    answeredAt: row.answeredAt,
    verdict: answerIn(row)?.verdict ?? null,
    remarks: remarksIn(row),
  }));
}

/** What was said, section by section in the order of the template. */
export function remarksIn({ version, answer }: Pick<Row, "answer"> & { version: { template: string } }): Remark[] {
  const { remarks = {} } = answerIn({ answer }) ?? {};
  return getTemplate(version.template).sections.flatMap(({ key, title }) => {
    const text = remarks[key];
    return text ? [{ section: key, title, text }] : [];
  });
}

export const answerIn = ({ answer }: Pick<Row, "answer">) => answer as FactCheckAnswer | null;

import { z } from "zod";
import { standingAnswers } from "#lib/domain/catalogue/stand-ins.ts";
import { edits } from "#lib/domain/people/changes.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import type { Template } from "#lib/domain/template/questions.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import type { Subject } from "#lib/domain/workflow/decide.ts";
import { moves, type EventKind } from "#lib/domain/workflow/moves.ts";
import { hasPage, type State } from "#lib/domain/workflow/states.ts";
import type { Contact, Person, Prisma } from "#prisma/client/client.ts";
import { findLead } from "#lib/data/catalogue/terms/leads.ts";
import { readStandIns } from "#lib/data/catalogue/terms/stand-ins.ts";
import { db } from "#lib/data/db.ts";
import { subjectOf } from "#lib/data/versions.ts";
import { mayEditorsRead } from "./for-editors.ts";
import { sentAt } from "./queue/parts.ts";

type Somebody = Pick<Person, "id" | "name" | "email">;

interface Happened {
  kind: EventKind;
  at: Date;
  reason: string;
  by: Somebody | null;
}

/** One version as an editor sees it. */
export interface Desk {
  versionId: string;
  caseStudyId: string;
  number: number;
  state: State;
  /** What the workflow needs to know to say who may do what. */
  subject: Subject;
  template: Template;
  answers: Answers;
  title: string;
  /** The newest revision, when it was written and by whom. */
  revision: number;
  savedAt: Date;
  writer: Somebody | null;
  author: Somebody | null;
  /** Whoever took it last, and whether they still edit. */
  assignee: (Somebody & { edits: boolean }) | null;
  contact: Contact | null;
  /** The address of its page, where it has one. */
  slug: string | null;
  /** Whether its case study has an address already, which a new title does not change by itself. */
  hasAddress: boolean;
  publishAt: Date | null;
  newAddress: boolean;
  /** When it is to be looked at again, once it is published. */
  reviewBy: Date | null;
  overdue: boolean;
  /** Whether somebody published what they wrote, so that another editor should look at it. */
  secondLook: boolean;
  suspicion: string;
  /** The topic or support type whose articles its card offers. */
  lead: { group: "topic" | "support"; slug: string; name: string } | null;
  /** What happened to it last. */
  last: Happened;
  /** The last move that an editor gave a reason for. Null where there is none. */
  given: Happened | null;
  /** What its author answered when they last sent it. Null where they said nothing. */
  reply: { text: string; at: Date } | null;
  /** Since when it waits: when it came to the editors first, or first after its author took it back. */
  sentAt: Date | null;
}

/** Everything an editor's desk shows of a version. Null for an id that is none's, and for what editors may not read. */
export async function findDesk(versionId: string): Promise<Desk | null> {
  if (!z.uuid().safeParse(versionId).success) return null;
  if (!(await mayEditorsRead(versionId))) return null;
  const version = await db.version.findUnique({ where: { id: versionId }, include: everything });
  const last = version?.events[0];
  if (!version || !last) return null;
  const revision = await findRevision(versionId, version.latestRevision);
  const template = getTemplate(version.template);
  const standIns = await readStandIns(db);
  const answers = standingAnswers(template, revision.answers as Answers, standIns);
  const facts = factsOf(template, answers);
  return {
    ...version,
    versionId,
    assignee: version.assignee && { ...version.assignee, edits: edits(version.assignee) },
    subject: subjectOf(version),
    template,
    answers,
    title: facts.title || "No title yet",
    revision: revision.number,
    savedAt: revision.at,
    writer: revision.writer,
    contact: facts.contact
      ? await db.contact.findFirst({ where: { id: facts.contact, caseStudyId: version.caseStudyId } })
      : null,
    slug: hasPage(version.state) ? version.caseStudy.slug : null,
    lead: await findLead(db, version, standIns),
    hasAddress: version.caseStudy.slug !== null,
    last: { ...last, kind: last.kind as EventKind, by: last.actor },
    given: await findGiven(versionId),
    reply: await findReply(versionId),
    sentAt: await findSent(versionId),
  };
}

const somebody = { select: { id: true, name: true, email: true } } satisfies Prisma.PersonDefaultArgs;
// Of the revisions only whose they are: a draft that was saved every few seconds has hundreds of them.
const everything = {
  author: true,
  assignee: { select: { id: true, name: true, email: true, role: true, active: true } },
  caseStudy: true,
  revisions: { select: { number: true, writerId: true } },
  events: { orderBy: [{ at: "desc" }, { id: "desc" }], take: 1, include: { actor: somebody } },
} satisfies Prisma.VersionInclude;

const findRevision = (versionId: string, number: number) =>
  db.revision.findUniqueOrThrow({
    where: { versionId_number: { versionId, number } },
    include: { writer: somebody },
  });

const byEditors = Object.entries(moves).flatMap(([move, { by }]) => (by === "author" ? [] : [move]));

/** What is said to others, such as a note to somebody who checks the facts, is no reason; nor is what the rules suspect. */
async function findGiven(versionId: string): Promise<Happened | null> {
  const given = await db.event.findFirst({
    where: { versionId, kind: { in: byEditors }, reason: { not: "" }, NOT: { kind: "hold", actorId: null } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    include: { actor: somebody },
  });
  return given && { kind: given.kind as EventKind, at: given.at, reason: given.reason, by: given.actor };
}

async function findReply(versionId: string): Promise<Desk["reply"]> {
  const sent = await db.event.findFirst({
    where: { versionId, kind: "submit" },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  return sent?.reason ? { text: sent.reason, at: sent.at } : null;
}

async function findSent(versionId: string): Promise<Date | null> {
  const [sent] = await db.$queryRaw<{ at: Date | null }[]>`
    select ${sentAt} as "at" from "Version" v where v."id" = ${versionId}::uuid`;
  return sent?.at ?? null;
}

/** What is published of a case study: which version, and which of its revisions. */
export async function findPublished(caseStudyId: string): Promise<{ versionId: string; revision: number } | null> {
  const version = await db.version.findFirst({ where: { caseStudyId, state: { in: ["published", "withdrawn"] } } });
  return version && { versionId: version.id, revision: version.latestRevision };
}

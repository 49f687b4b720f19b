import { minutesUntilRetry } from "#lib/domain/letter-retries.ts";
import { withStanding } from "#lib/data/upkeep/enquiries.ts";
import { db, primary, type Queries } from "#lib/data/db.ts";

const minute = 60_000;
// Longer than sending may take, so that nobody else sends a letter that is on its way.
const leaseMinutes = 1;
/** When a letter is due that was given up. */
export const never = new Date("9999-12-31T00:00:00Z");
const everything = {
  to: true,
  event: { include: { actor: true, version: { include: { caseStudy: true } } } },
  version: { include: { caseStudy: true } },
  suggestion: { include: { from: true } },
  factCheck: { include: { contact: true, version: true } },
  alert: true,
  enquiry: { include: { ...withStanding, contact: true, followUp: true } },
} as const;

/** A letter with whom it goes to and what it is about. */
export type OwedLetter = NonNullable<Awaited<ReturnType<typeof findLetter>>>;

export const findLetter = (id: string) => db.letter.findUnique({ where: { id }, include: everything });

/** The newest letters, sent or not. */
export const listLetters = (limit: number): Promise<OwedLetter[]> =>
  db.letter.findMany({ include: everything, orderBy: [{ queuedAt: "desc" }, { id: "desc" }], take: limit });

interface Owed {
  /** A name of `lib/mail/letters.ts`. */
  kind: string;
  /** Null for the editors at large. */
  toId: string | null;
  /** What it is about: something that happened, or a version as it is. */
  eventId?: string | null;
  versionId?: string | null;
  /** The alert it is about, and between which moments what it tells of was published. */
  alertId?: string | null;
  since?: Date | null;
  until?: Date | null;
  now: Date;
}

/** Owes somebody a letter that no move causes. One about the same event that was sent before goes again, as a new letter. */
export async function oweLetter(tx: Queries, { kind, toId, eventId = null, now, ...about }: Owed): Promise<void> {
  if (eventId) await tx.letter.deleteMany({ where: { eventId, kind, toId } });
  await tx.letter.create({ data: { kind, toId, eventId, ...about, queuedAt: now, dueAt: now } });
}

/** Whether any letter is due. Cheap enough to ask every few seconds. */
export async function isLetterDue(now: Date): Promise<boolean> {
  return (await db.letter.findFirst({ where: { sentAt: null, dueAt: { lte: now } }, select: { id: true } })) !== null;
}

/** Takes one due letter for the caller to send. It comes due again if the caller dies before noting what became of it. */
export async function claimLetter(now: Date): Promise<OwedLetter | null> {
  const until = new Date(now.getTime() + leaseMinutes * minute);
  const [claimed] = await primary.$queryRaw<{ id: string }[]>`
    update "Letter" set "dueAt" = ${until} where "id" = (
      select "id" from "Letter" where "sentAt" is null and "dueAt" <= ${now}
      order by "dueAt", "id" limit 1 for update skip locked
    ) returning "id"`;
  return claimed ? findLetter(claimed.id) : null;
}

export async function markSent(id: string, now: Date): Promise<void> {
  await db.letter.updateMany({ where: { id, sentAt: null }, data: { sentAt: now, refusal: "", bounced: false } });
}

interface Failure {
  words: string;
  /** Whether nobody has its mailbox any more, whatever is tried. */
  gone: boolean;
  now: Date;
}

/** Puts a letter off after a failure, each time for longer, and for good after five days of trying. */
export async function markFailed(
  { id, attempts, bounced }: OwedLetter,
  { words: refusal, gone, now }: Failure,
): Promise<void> {
  const wait = minutesUntilRetry(attempts + 1);
  const dueAt = wait === null ? never : new Date(now.getTime() + wait * minute);
  const data = { attempts: attempts + 1, refusal, dueAt, bounced: bounced || gone || wait === null };
  await db.letter.updateMany({ where: { id, sentAt: null }, data });
}

/** Gives up on a letter, as nobody wants it any more or its mailbox will not have it. */
export async function markUndeliverable(id: string, why: string, bounced: boolean): Promise<void> {
  await db.letter.updateMany({ where: { id, sentAt: null }, data: { refusal: why, dueAt: never, bounced } });
}

/** Notes every letter there is as sent when it was owed: those of the demonstration were, long ago. */
export async function markEveryLetterSent(): Promise<void> {
  await db.$executeRaw`update "Letter" set "sentAt" = "queuedAt" where "sentAt" is null`;
}

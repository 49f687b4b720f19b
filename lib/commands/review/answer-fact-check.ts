import { isDeepStrictEqual } from "node:util";
import { db, type Queries } from "#lib/data/db.ts";
import { answerIn, findByToken } from "#lib/data/review/fact-checks.ts";
import { lockVersion, type LockedVersion } from "#lib/data/versions.ts";
import { holdReviewer } from "#lib/data/people/people.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import {
  flawOf,
  keptAnswer,
  standingOf,
  verdicts,
  type AnswerRefusal,
  type FactCheckAnswer,
  type Standing,
} from "#lib/domain/workflow/fact-checks.ts";

interface Request extends FactCheckAnswer {
  /** Of the link in the letter that asked. Whoever has it may answer. */
  token: string;
  now?: Date;
}

type Refusal = "not-found" | Exclude<Standing, "open"> | AnswerRefusal;

/** Keeps what somebody outside says about the facts. The first answer stands; the same one again changes nothing. */
export async function answerFactCheck({
  token,
  verdict,
  remarks,
  now = new Date(),
}: Request): Promise<Result<null, Refusal>> {
  return db.$transaction(async (tx) => {
    const asked = await findByToken(tx, token);
    const version = asked && (await lockVersion(tx, asked.versionId));
    // Read again, now that nobody else can answer it meanwhile.
    const check = version && (await findByToken(tx, token));
    if (!check) return refuse("not-found");

    const sections = getTemplate(version.template).sections.map(({ key }) => key);
    const answer = keptAnswer({ verdict, remarks }, sections);
    const standing = standingOf({ ...check, state: version.state }, now);
    if (standing === "answered" && isDeepStrictEqual(answerIn(check), answer)) return ok(null);
    if (standing !== "open") return refuse(standing);
    const flaw = flawOf(answer);
    if (flaw) return refuse(flaw);

    await tx.factCheck.update({ where: { id: check.id }, data: { answeredAt: now, answer: { ...answer } } });
    await tellEditors(tx, { check, version, verdict, now });
    return ok(null);
  });
}

interface Answered {
  check: { id: string; asked: { revision: number } };
  version: LockedVersion;
  verdict: FactCheckAnswer["verdict"];
  now: Date;
}

/** History says what it came to; the words themselves stay with the fact check, and go when it goes. */
async function tellEditors(tx: Queries, { check, version, verdict, now }: Answered) {
  const { id: versionId, state, assigneeId } = version;
  const toId = await holdReviewer(tx, assigneeId);
  const line = { versionId, revision: check.asked.revision, fromState: state, toState: state };
  const event = await tx.event.create({
    data: { ...line, kind: "answerFactCheck", reason: verdicts[verdict], at: now },
  });
  const letter = { eventId: event.id, kind: event.kind, factCheckId: check.id, toId };
  await tx.letter.create({ data: { ...letter, queuedAt: now, dueAt: now } });
}

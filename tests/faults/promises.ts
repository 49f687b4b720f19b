import { messageId } from "#lib/mail/address.ts";
import type { Expected } from "./contributor.ts";
import { explain, type Arrival } from "./doubled-letters.ts";
import type { Kill } from "./killer.ts";
import type { LetterRow, Rows, VersionRow } from "./rows.ts";
import { revisionsEach } from "./words.ts";

/** What can be wrong in the end. */
export type Breach = "lost" | "doubled" | "wrong" | "letter missing" | "letter doubled" | "letter astray" | "stuck";

export interface Broken {
  breach: Breach;
  what: string;
}

export interface Found {
  expected: Expected[];
  rows: Rows;
  arrivals: Arrival[];
  kills: Kill[];
  /** Where letters to the editors go. */
  editors: string;
}

/** Every promise that was broken; none if all is well. */
export function brokenPromises(found: Found): Broken[] {
  const { expected, rows } = found;
  const versionsOf = Map.groupBy(rows.versions, ({ startKey }) => startKey);
  const keys = new Set(expected.map(({ key }) => key));
  const strangers = rows.caseStudies.filter(({ startKey }) => !keys.has(startKey ?? ""));
  return [
    ...strangers.map(({ id }) => broken("doubled", `case study ${id} was started by no form`)),
    ...expected.flatMap((one) => brokenTo(one, versionsOf.get(one.key) ?? [], found)),
    ...brokenLetters(found),
    ...rows.activeJobs
      .filter(({ late }) => late)
      .map(({ name }) => broken("stuck", `job ${name} is active for longer than a job may be`)),
  ];
}

const broken = (breach: Breach, what: string): Broken => ({ breach, what: `${breach}: ${what}` });

/** What one client was told and is not so. */
function brokenTo(one: Expected, [version, ...others]: VersionRow[], { rows, editors }: Found): Broken[] {
  const name = `client ${one.client}`;
  const wrong = one.wrong.map((what) => broken("wrong", `${name}: ${what}`));
  if (!version) return [...wrong, broken("lost", `${name} has no case study`)];

  const kept: Record<string, unknown> = {
    ...version.answers,
    "contact.name": version.contactName,
    "contact.email": version.contactEmail,
  };
  const lost = Object.entries(one.texts).filter(([question, text]) => kept[question] !== text);
  const events = rows.events.filter(({ versionId }) => versionId === version.id);
  const letters = rows.letters.filter(({ versionId }) => versionId === version.id);
  const letter = (kind: string) => letters.filter((row) => row.kind === kind);
  return [
    ...wrong,
    ...others.map(({ id }) => broken("doubled", `${name} has a further version ${id}`)),
    ...lost.map(([question]) => broken("lost", `${name}: ${question} is not as it was saved`)),
    ...(version.state === "submitted" ? [] : [broken("lost", `${name}: it is ${version.state}`)]),
    ...(version.author === one.email ? [] : [broken("lost", `${name}: its author is ${version.author}`)]),
    ...counted(name, "revision", version.revisions, revisionsEach),
    ...["start", "submit", "confirm"].flatMap((kind) =>
      counted(name, `${kind} event`, events.filter((event) => event.kind === kind).length, 1),
    ),
    ...counted(name, "event", events.length, 3),
    ...["start", "submit", "confirm"].flatMap((kind) => counted(name, `${kind} letter row`, letter(kind).length, 1)),
    ...counted(name, "letter row", letters.length, 3),
    ...letters
      .filter(({ kind, to }) => (to ?? editors) !== (kind === "confirm" ? editors : one.email))
      .map(({ kind, to }) => broken("letter astray", `${name}: the ${kind} letter is to ${to}`)),
  ];
}

function counted(name: string, what: string, found: number, due: number): Broken[] {
  if (found === due) return [];
  return [broken(found < due ? "lost" : "doubled", `${name} has ${found} × ${what}, not ${due}`)];
}

/** Letters that never came, came to somebody else, or came twice although nothing was killed. */
export function brokenLetters({
  rows,
  arrivals,
  kills,
  editors,
}: Pick<Found, "arrivals" | "kills" | "editors"> & { rows: Pick<Rows, "letters"> }): Broken[] {
  const addressee = new Map(rows.letters.map((row) => [messageIdOf(row), row.to ?? editors]));
  const arrivalsOf = Map.groupBy(arrivals, ({ id }) => id);
  const missing = rows.letters.filter((row) => !row.sent || !arrivalsOf.has(messageIdOf(row)));
  const astray = arrivals.filter(({ id, to }) => to.length !== 1 || to[0] !== addressee.get(id));
  return [
    ...missing.map(({ id, kind, to }) => broken("letter missing", `${kind} letter ${id} to ${to}`)),
    ...astray.map(({ id, to }) => broken("letter astray", `${id} came to ${to.join()}`)),
    ...explain(arrivals, kills).unexplained.map((id) =>
      broken("letter doubled", `${id} came again, and nothing was killed`),
    ),
  ];
}

const messageIdOf = ({ id }: LetterRow) => messageId(id, { PUBLIC_URL: undefined });

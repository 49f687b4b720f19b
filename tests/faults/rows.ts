import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { startEmbedded } from "#prisma/embedded.ts";
import { listUnnoticed } from "./invariant-controls.ts";
import { listBrokenInvariants } from "./invariants.ts";

export interface VersionRow {
  id: string;
  startKey: string | null;
  caseStudyId: string;
  state: string;
  latestRevision: number;
  revisions: number;
  answers: Record<string, unknown>;
  author: string | null;
  contactName: string | null;
  contactEmail: string | null;
}

export interface LetterRow {
  id: string;
  kind: string;
  eventId: string | null;
  versionId: string | null;
  to: string | null;
  sent: boolean;
}

/** What the database holds when all is over. */
export interface Rows {
  caseStudies: { id: string; startKey: string | null }[];
  versions: VersionRow[];
  events: { id: string; versionId: string; kind: string }[];
  letters: LetterRow[];
  /** Jobs that count as being worked on; `late` when longer than a job may take. */
  activeJobs: { name: string; late: boolean }[];
}

const versions = `
  select v.id, c."startKey", v."caseStudyId", v.state, v."latestRevision", r.answers, p.email as author,
         k.name as "contactName", k.email as "contactEmail",
         (select count(*)::int from "Revision" n where n."versionId" = v.id) as revisions
    from "Version" v
    join "CaseStudy" c on c.id = v."caseStudyId"
    join "Revision" r on r."versionId" = v.id and r.number = v."latestRevision"
    left join "Person" p on p.id = v."authorId"
    left join "Contact" k on k.id::text = r.answers->>'contact'`;
const letters = `
  select l.id, l.kind, l."eventId", coalesce(l."versionId", e."versionId") as "versionId",
         coalesce(p.email, l.address) as to, l."sentAt" is not null as sent
    from "Letter" l left join "Person" p on p.id = l."toId" left join "Event" e on e.id = l."eventId"`;
const activeJobs = `
  select name, started_on + make_interval(secs => expire_seconds) < now() as late from pgboss.job where state = 'active'`;

/** Reads all there is in the database of a data folder whose site is stopped. */
export async function readRows(folder: string): Promise<Rows> {
  const { embedded, list, end } = await openFolder(folder);
  try {
    return {
      caseStudies: await list(`select id, "startKey" from "CaseStudy"`),
      versions: await list(versions),
      events: await list(`select id, "versionId", kind from "Event"`),
      letters: await list(letters),
      activeJobs: await list(activeJobs),
    };
  } finally {
    await end();
    await embedded.stop();
  }
}

/**
 * Looks for what is never so in the database of a data folder, whose server is stopped afterwards.
 *
 * @param controls whether each is broken by hand as well, for which something has to be published
 * @returns a line for each invariant that is broken, or whose breach would not have been noticed
 */
export async function readInvariants(folder: string, { controls = true } = {}): Promise<string[]> {
  const { embedded, client, list, end } = await openFolder(folder);
  try {
    const broken = await listBrokenInvariants(list);
    const blind = controls ? await listUnnoticed(client) : [];
    return [
      ...broken.map(({ name, rows }) => `not so: ${name} (${rows.length}, such as ${rows[0]})`),
      ...blind.map((name) => `its breach is not noticed: ${name}`),
    ];
  } finally {
    await end();
    await embedded.stop();
  }
}

/**
 * Waits until every letter has left, while the site runs.
 *
 * @param hurry makes those due at once that were turned down and wait for their next time
 * @returns how many have not left when time is up
 */
export async function waitForEmptyOutbox(folder: string, patienceMs: number, { hurry = false } = {}): Promise<number> {
  const { list, end } = await openFolder(folder);
  try {
    for (const until = Date.now() + patienceMs; ; await wait(1000)) {
      // One worker sends one letter after the other, so none that is on its way is taken up again.
      if (hurry) await list(`update "Letter" set "dueAt" = now() where "sentAt" is null and "dueAt" > now()`);
      const waiting = await list(`select id from "Letter" where "sentAt" is null`);
      if (!waiting.length || Date.now() > until) return waiting.length;
    }
  } finally {
    await end();
  }
}

/**
 * Lets everybody begin their day anew: what the site allows somebody in an hour or in a day, clients of a proof do in minutes. A server
 * that is not running stays as it is.
 */
export async function forgetLimits(folder: string): Promise<void> {
  const [port, password] = await Promise.all(
    ["port", "password"].map((name) => readFile(join(folder, "postgres", name), "utf8")),
  );
  const to = { host: "127.0.0.1", port: Number(port), database: "casebook" };
  const client = new pg.Client({ ...to, user: "casebook", password: password?.trim() ?? "" });
  try {
    await client.connect();
    await client.query(`delete from "LimitUse"`);
  } finally {
    await client.end();
  }
}

/** A connection to the database of a data folder, whose server is started if it is not running. */
export async function openFolder(folder: string) {
  const embedded = await startEmbedded(join(folder, "postgres"));
  const client = new pg.Client({ connectionString: embedded.urlOf("casebook") });
  await client.connect();
  const list = async <Row>(sql: string) => (await client.query(sql)).rows as Row[];
  return { embedded, client, list, end: () => client.end() };
}

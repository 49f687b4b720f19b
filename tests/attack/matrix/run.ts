import { db } from "#lib/data/db.ts";
import { ask, inTurns, type Answer } from "./ask.ts";
import { makeCallers } from "./callers.ts";
import { guardCases, linkCases, methodCases, otherCases, transportCases, type Case } from "./cases.ts";
import type { AttackedSite } from "./site.ts";
import { isLink, links, type Link } from "./table/addresses.ts";
import { readBuilt } from "./table/routes.ts";
import type { Row } from "./table/row.ts";
import { table } from "./table/table.ts";
import { makeThings, tokenFor, type Owned } from "./things.ts";
import { changedSince, readDigest } from "./watch.ts";

const atOnce = 12;
const mostTold = 60;

/** Asks everything that the table speaks of. @returns whether all was as it says */
export async function runMatrix(site: AttackedSite, only: string): Promise<boolean> {
  const complaints: string[] = [];
  const started = performance.now();
  const rows = table.filter(([, route]) => new RegExp(only).test(route));
  const built = readBuilt();
  for (const route of built.filter((one) => !table.some(([, tabled]) => tabled === one) && one !== "/icon.svg"))
    complaints.push(`${route} is built, and not tabled`);
  const callers = await makeCallers();
  const [own, others] = [await makeThings(), await makeThings()];
  const wrongLinks = await makeWrongLinks(others);
  const marks = [own.mark, others.mark];
  const figures = { requests: 0, answered: {} as Record<string, number> };

  async function put({ label, through, question, complain }: Case, row: Row): Promise<void> {
    const where = through === "gate" ? { address: site.address } : { socket: site.socket };
    let answer = await ask(where, question);
    // The framework wants a number in the address that it makes of such headers, and tells which.
    for (let hops = 0; hops < 2 && through === "renderer" && answer.status === 307; hops++)
      answer = await ask(where, { ...question, path: pathIn(answer.headers.location ?? "/") });
    figures.requests += 1;
    figures.answered[through] = (figures.answered[through] ?? 0) + 1;
    const wrong =
      complain(answer) ?? (answer.status >= 500 ? `${answer.status}` : null) ?? leak(answer, row, marks, label);
    if (wrong) complaints.push(`${label}: ${wrong}`);
  }

  for (const row of rows) {
    const before = await readDigest();
    const methods = table.filter(([, route]) => route === row[1]).map(([method]) => method);
    const asked = { row, methods, callers, things: own.things, site: site.address };
    const link = isLink(row[2]) ? linkCases(asked, wrongLinks(row[2])) : [];
    // The first of them says what the others have to be like.
    for (const one of link.filter(({ label }) => label.endsWith("that never was"))) await put(one, row);
    for (const one of otherCases(asked, others.things)) await put(one, row);
    const rest = link.filter(({ label }) => !label.endsWith("that never was"));
    const cases = [...methodCases(asked), ...transportCases(asked), ...guardCases(asked), ...rest];
    await inTurns(cases, atOnce, (one) => put(one, row));
    const changed = changedSince(before, await readDigest());
    if (changed.length)
      complaints.push(`${row[0]} ${row[1]}: what was refused or only read changed ${changed.join(", ")}`);
  }

  for (const complaint of complaints.slice(0, mostTold)) console.log(`  ${complaint}`);
  if (complaints.length > mostTold) console.log(`  and ${complaints.length - mostTold} more`);
  console.log(`rows  ${rows.length}`);
  console.log(`callers  ${callers.length}`);
  console.log(`requests  ${figures.requests}`);
  for (const [through, count] of Object.entries(figures.answered)) console.log(`through the ${through}  ${count}`);
  console.log(`complaints  ${complaints.length}`);
  console.log(`seconds  ${Math.round((performance.now() - started) / 1000)}`);
  return complaints.length === 0;
}

const pathIn = (location: string) => location.replace(/^https?:\/\/[^/]+/, "");

/** What an answer holds that is not for whoever asked. */
function leak(
  { text }: Answer,
  [method, , opens]: Row,
  [own = "", others = ""]: string[],
  label: string,
): string | null {
  const isEditors = opens === "editor" || opens === "administrator";
  const mayKnow =
    isEditors && / by an (?:editor|administrator)(?:,|$)/.test(label) && !label.includes("without the gate");
  if (mayKnow) return null;
  if (text.includes(others)) return "holds what is somebody else’s";
  const isOwn = isLink(opens) && method === "GET" && !label.includes("with a link");
  return !isOwn && text.includes(own) ? "holds what is not public" : null;
}

/** Links of somebody else's that open something other than a route wants, or nothing any more. */
async function makeWrongLinks(others: Owned): Promise<(wanted: Link) => Record<string, string>> {
  const [versionId = ""] = others.versions;
  const made: Partial<Record<Link, Record<string, string>>> = {};
  for (const link of links) {
    const opens = ["mine", "erase", "signIn"].includes(link) ? { personId: others.author } : { versionId };
    const purpose = link as Parameters<typeof tokenFor>[0]["purpose"];
    const [expired, revoked] = [
      await tokenFor({ purpose, ...opens }, new Date(Date.now() - 1000)),
      await tokenFor({ purpose, ...opens }),
    ];
    made[link] = {
      "that has expired": expired,
      "of another kind": others.things.links[link === "track" ? "draft" : "track"],
    };
    await revoke(revoked);
    made[link]["that was revoked"] = revoked;
  }
  return (wanted) => ({
    ...made[wanted],
    ...Object.fromEntries(links.filter((one) => one !== wanted).map((one) => [`for ${one}`, others.things.links[one]])),
  });
}

async function revoke(token: string): Promise<void> {
  const { hashOf } = await import("#lib/data/submissions/links.ts");
  await db.link.update({ where: { tokenHash: hashOf(token) }, data: { revokedAt: new Date() } });
}

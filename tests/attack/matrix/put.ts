import { ask, inTurns, type Answer } from "./asking/ask.ts";
import type { Caller } from "./world/callers.ts";
import { guardCases, linkCases, methodCases, otherCases, transportCases, type Case } from "./cases.ts";
import type { AttackedSite } from "./world/site.ts";
import { isLink, type Link } from "./table/addresses.ts";
import type { Row } from "./table/row.ts";
import { table } from "./table/table.ts";
import type { Owned } from "./world/things.ts";
import { changedSince, readDigest } from "./watch.ts";

const atOnce = 12;

/** Against whom and what rows are put. */
export interface World {
  site: AttackedSite;
  callers: readonly Caller[];
  own: Owned;
  others: Owned;
  wrongLinks: (wanted: Link) => Record<string, string>;
}

/** Asks all that a row speaks of and that may change nothing. @returns what was not as it says, and how often was asked by which way */
export async function putRow(row: Row, { site, callers, own, others, wrongLinks }: World) {
  const complaints: string[] = [];
  const asked = { gate: 0, renderer: 0 };

  async function put({ label, through, question, complain }: Case): Promise<void> {
    const where = through === "gate" ? { address: site.address } : { socket: site.socket };
    let answer = await ask(where, question);
    // The framework wants a number in the address that it makes of such headers, and tells which.
    for (let hops = 0; hops < 2 && through === "renderer" && answer.status === 307; hops++)
      answer = await ask(where, { ...question, path: pathIn(answer.headers.location ?? "/") });
    asked[through] += 1;
    const failed = answer.status >= 500 ? `${answer.status}` : null;
    const wrong = complain(answer) ?? failed ?? leak(answer, row, [own.mark, others.mark], label);
    if (wrong) complaints.push(`${label}: ${wrong}`);
  }

  const before = await readDigest();
  const methods = table.filter(([, route]) => route === row[1]).map(([method]) => method);
  const about = { row, methods, callers, things: own.things, site: site.address };
  const link = isLink(row[2]) ? linkCases(about, wrongLinks(row[2])) : [];
  // The first of them says what the others have to be like.
  for (const one of link.filter(({ label }) => label.endsWith("that never was"))) await put(one);
  for (const one of otherCases(about, others.things)) await put(one);
  const rest = link.filter(({ label }) => !label.endsWith("that never was"));
  await inTurns([...methodCases(about), ...transportCases(about), ...guardCases(about), ...rest], atOnce, put);
  const changed = changedSince(before, await readDigest());
  if (changed.length)
    complaints.push(`${row[0]} ${row[1]}: what was refused or only read changed ${changed.join(", ")}`);
  return { complaints, asked };
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

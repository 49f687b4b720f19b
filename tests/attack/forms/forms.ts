/*
 * Whether anything that is sent in a form, a search or to the API makes the site fail, tell what it runs on, or put somebody's
 * words into its log; and whether what is typed comes back as it was.
 *
 *   npm run test:long -- forms
 *   npm run test:long -- forms --count=1000 --seed=2
 *
 * It starts the site on a port and a data folder of its own, gathers every form with a draft of its own and an editor's
 * session, and sends them changed, each time as somebody else, so that limits against abuse are not met.
 */
import { parseArgs } from "node:util";
import { chanceOf } from "#tests/faults/chance.ts";
import { inTurns } from "#tests/support/ask.ts";
import { hostileQueries } from "#tests/support/hostile-queries.ts";
import { faultsInLog, leaksIn } from "../faults.ts";
import { createFigures } from "../figures.ts";
import { openAttackedSite } from "../site.ts";
import { bodyOf, changed } from "./bodies.ts";
import { harvest } from "./harvest.ts";
import { canary, naughty, oddNames, pick } from "./naughty.ts";
import { boxIn, createVisitor, formsIn, type Reply } from "./visitor.ts";

const { values } = parseArgs({
  options: { count: { type: "string", default: "20000" }, seed: { type: "string", default: "1" } },
});
const [count, seed] = [Number(values.count), Number(values.seed)];
const atOnce = 8;
const figures = createFigures();
const chance = chanceOf(seed, "forms");
const statuses = new Map<number, number>();
const wrong = { failed: [] as string[], leaked: [] as string[] };

judge("a fault", { status: 500, headers: {}, text: "PrismaClientKnownRequestError\n at x (/srv/app/lib/x.ts:1:1)" });
const noticed = wrong.failed.length === 1 && wrong.leaked.length === 1;
const logged = faultsInLog(`{"level":50}\n{"level":30,"path":"/${canary}"}`, [canary]);
figures.holds(
  "a fault, a leak and words in a log",
  noticed ? "noticed" : "not noticed",
  noticed && logged.told.length === 1,
);
wrong.failed.length = wrong.leaked.length = 0;
statuses.clear();

const site = await openAttackedSite({ RENDERERS: "2" });
const visit = createVisitor(site.port);
const { forms, cookie, draft } = await harvest(visit);
const begun = performance.now();

// Before anything is sent that would take the draft away.
const changedOnTheWay = await roundTrips();
const posted = Math.floor(count * 0.6);
await inTurns(Array.from({ length: posted }), atOnce, async () => {
  const { action, fields } = pick(chance, forms);
  const body = bodyOf(chance, changed(chance, fields));
  judge(
    `POST ${action} ${body.type} ${body.bytes.toString("latin1").slice(0, 200)}`,
    await visit(action, { cookie, body }),
  );
});
const queries = hostileQueries(Math.floor(count * 0.25)).map(({ query }) => query);
const lists = [
  "/case-studies",
  "/councils",
  "/suggestions",
  "/case-studies.atom",
  "/case-studies.json",
  "/sign-in",
  "/alerts/new",
];
await inTurns(queries, atOnce, async (query) => {
  const path = `${pick(chance, lists)}?${query}`;
  judge(path, await visit(path));
});
const api = await apiAddresses(Math.floor(count * 0.15));
await inTurns(api, atOnce, async (path) => judge(path, await visit(path)));
const seconds = Math.round((performance.now() - begun) / 1000);
const stillThere = (await visit("/case-studies")).status;
const draftThen = formsIn((await visit(`${draft}/challenge`)).text).some(({ action }) => action.endsWith("/save"));
const editorThen = (await visit("/editor/queue", { cookie })).status;
const log = site.printed();
await site.stop();

figures.say("seed", seed);
figures.say("forms found", forms.length);
figures.say("requests", posted + queries.length + api.length);
for (const [status, times] of [...statuses].toSorted()) figures.say(`  answered ${status || "not at all"}`, times);
figures.none("answered with 500 or more, or not at all", wrong.failed);
figures.none("told what it runs on", wrong.leaked);
figures.none("texts that came back changed", changedOnTheWay);
const { failures, told } = faultsInLog(log, [canary]);
figures.none("log lines of failures", failures);
figures.none("log lines with somebody's words", told);
figures.holds("the listing afterwards", String(stillThere), stillThere === 200);
// Whatever was sent to a draft that is gone, or by nobody, would prove little.
figures.holds("the draft afterwards", draftThen ? "open" : "gone", draftThen);
figures.holds("the editor afterwards", editorThen === 200 ? "signed in" : String(editorThen), editorThen === 200);
figures.say("seconds", seconds);
figures.end();

function judge(asked: string, { status, text }: Reply): void {
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
  const shown = JSON.stringify(asked.slice(0, 300));
  if (status === 0 || status >= 500) wrong.failed.push(`${status} ${shown}`);
  const leaks = status >= 400 ? leaksIn(text, naughty) : [];
  if (leaks.length) wrong.leaked.push(`${leaks.join()} ${shown}`);
}

/** Addresses of every path that the API says it has, with parameters that it names and others. */
async function apiAddresses(times: number): Promise<string[]> {
  const { paths } = JSON.parse((await visit("/api/v1/openapi.json")).text) as {
    paths: Record<string, { get?: { parameters?: { name: string; in: string }[] } }>;
  };
  const all = Object.entries(paths);
  // The path of what is public may be logged, so nobody's words stand in it.
  const words = naughty.filter((text) => !text.includes(canary));
  const word = () => encodeURIComponent(pick(chance, words).toWellFormed()).slice(0, 20_000);
  return Array.from({ length: times }, () => {
    const [path, { get }] = pick(chance, all);
    const names = (get?.parameters ?? []).filter((one) => one.in === "query").map(({ name }) => name);
    const name = () => encodeURIComponent(pick(chance, chance() < 0.8 && names.length ? names : oddNames));
    const query = Array.from({ length: Math.floor(chance() * 5) }, () => `${name()}=${word()}`).join("&");
    const root = path.startsWith("/api") ? path : `/api/v1${path}`;
    return `${root.replaceAll(/\{[^}]+\}/g, () => word().slice(0, 500))}${query ? `?${query}` : ""}`;
  });
}

/** Each text saved in a draft and read again. Line ends and the form of accents are made one, half characters and NUL are refused. */
async function roundTrips(): Promise<string[]> {
  const differing: string[] = [];
  const oneForm = (text: string) => text.replace(/\r\n?/g, "\n").normalize("NFC").trim();
  for (const text of naughty.filter((one) => one.isWellFormed() && !one.includes("\0") && one.length < 5000)) {
    const [form] = formsIn((await visit(`${draft}/challenge`)).text).filter(({ action }) => action.endsWith("/save"));
    if (!form) return ["the draft has no form"];
    const fields = form.fields.filter(([name]) => !["challenge", "do"].includes(name));
    const pairs = [...fields, ["challenge", text], ["do", "save"]];
    const body = {
      type: "application/x-www-form-urlencoded",
      bytes: Buffer.from(new URLSearchParams(pairs).toString()),
    };
    const { status, headers } = await visit(form.action, { body });
    const shown = boxIn(
      (await visit(headers.location?.includes("attempt=") ? headers.location : `${draft}/challenge`)).text,
      "challenge",
    );
    if (status !== 303 || shown === null || oneForm(shown) !== oneForm(text))
      differing.push(`${status} ${JSON.stringify([text, shown]).slice(0, 300)}`);
  }
  return differing;
}

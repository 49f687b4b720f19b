/*
 * Proves that nothing about a person is where it must not be: their details are planted in every place that keeps them, and then
 * looked for in every public address, in what errors say, in addresses and in the log at its loudest; nobody is given a cookie or
 * sent to another host, and two people who take turns never see each other's, nor may any cache keep it (V14.2.3, V14.3.2).
 */
import { rm } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { findChromium } from "#tests/support/chromium.ts";
import { startSite } from "#tests/support/running-site.ts";
import { addressesIn, canariesIn, foreign, look, type Seen } from "./look.ts";
import { plant, type Planted } from "./plant.ts";

process.env["SECRET"] = "a secret for canaries, which is long enough";
const [mostAddresses, mostFiltered, turns] = [1500, 250, 300];
const broken: string[] = [];
const figures: [string, number | string][] = [];
const say = (name: string, figure: number | string) => void figures.push([name, figure]);
const must = (holds: boolean, what: string) => void (holds || broken.push(what));
const started = Date.now();
const nothing: Seen = { address: "", status: 200, type: "", headers: "", text: "", cookie: false, caching: "" };

const planted = await plant();
const port = Number(process.env["PORT"] ?? "") || undefined;
const site = await startSite({
  ...{
    DATA_DIR: planted.folder,
    DATABASE_URL: planted.databaseUrl,
    FILES_DIR: "",
    LOG_LEVEL: "debug",
    SECRET: process.env["SECRET"],
  },
  ...(port && { PORT: String(port) }),
});
try {
  await crawl(site.address, planted);
  await provoke(site.address, planted);
  await takeTurns(site.address, planted);
  await browse(site.address, planted);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const log = { ...nothing, text: site.printed() };
  must(log.text.length > 5000, "the log at its loudest says hardly anything");
  say("bytes of log looked through", log.text.length);
  const logged = canariesIn(log, [...planted.hidden, ...planted.shown, "qztyped-here"]);
  must(logged.length === 0, `the log has ${logged.join(", ")}`);
} finally {
  await site.stop();
  await planted.stop();
  await rm(planted.folder, { recursive: true, force: true });
}
say("seconds", Math.round((Date.now() - started) / 1000));
for (const [name, figure] of figures) console.log(`${name.padEnd(46)}${figure}`);
for (const what of broken.slice(0, 40)) console.log(`BROKEN  ${what}`);
process.exit(broken.length ? 1 : 0);

/** Every public address that any answer names, from the front door and the lists for machines on. */
async function crawl(address: string, { hidden, shown, slug }: Planted) {
  const mayShow = new Set([
    `/case-studies/${slug}`,
    `/case-studies/${slug}.json`,
    `/case-studies/${slug}.docx`,
    `/api/v1/case-studies/${slug}`,
  ]);
  const waiting = [
    ...[
      "/",
      "/sitemap.xml",
      "/robots.txt",
      "/opensearch.xml",
      "/case-studies.atom",
      "/case-studies.json",
      "/case-studies.csv",
    ],
    ...["/api/v1/openapi.json", "/api/v1/case-studies", "/downloads", "/metrics", "/healthz", "/readyz", ...mayShow],
    ...[
      "/editor",
      "/mailbox",
      "/my-case-studies",
      "/sign-in",
      "/submit/start",
      "/case-studies/a-page-with-a-contact/suggest",
    ],
  ];
  const seen = new Set(waiting);
  const titles = new Map<string, string[]>();
  const counts = { answers: 0, filtered: 0, found: 0, cookies: 0, foreign: 0, stray: 0 };
  const visit = async (next: string) => {
    const answer = await look(address, next);
    counts.answers++;
    must(answer.status < 500 || next === "/readyz" || next === "/downloads", `${next} answers ${answer.status}`);
    const stray = canariesIn(answer, mayShow.has(next) ? hidden : [...hidden, ...shown]);
    counts.stray += stray.length;
    if (mayShow.has(next)) counts.found += canariesIn(answer, shown).length;
    if (answer.cookie) counts.cookies++;
    const others = foreign(answer, address);
    counts.foreign += others.length;
    must(
      !stray.length && !answer.cookie && !others.length,
      `${next}: ${[...stray, answer.cookie ? "a cookie" : "", ...others].join(" ")}`,
    );
    if (/html/.test(answer.type)) {
      must(/<html[^>]* lang="en-GB"/.test(answer.text), `${next} has no language`);
      const title = /<title>([^<]*)/.exec(answer.text)?.[1] ?? "";
      const canonical = /<link rel="canonical" href="([^"]+)"/.exec(answer.text)?.[1];
      if (answer.status === 200 && !next.includes("?") && canonical)
        titles.set(title, [...(titles.get(title) ?? []), next]);
    }
    for (const found of addressesIn(answer, address)) {
      if (seen.has(found) || seen.size >= mostAddresses) continue;
      if (found.includes("?") && counts.filtered++ >= mostFiltered) continue;
      seen.add(found);
      waiting.push(found);
    }
  };
  while (waiting.length) await Promise.all(waiting.splice(0, 4).map(visit));
  for (const [title, same] of titles)
    must(title !== "" && same.length === 1, `${same.join(", ")} are both called “${title}”`);
  // The contact who agreed: name, address and number in each of the four, or the search looks at nothing.
  must(counts.found === shown.length * mayShow.size, `the contact who agreed is found ${counts.found} times`);
  say("public addresses read", counts.answers);
  say("  planted texts", hidden.length + shown.length);
  say("  where a contact may be, found", counts.found);
  say("  found anywhere else", counts.stray);
  say("  cookies", counts.cookies);
  say("  other hosts loaded from", counts.foreign);
  say("  pages with a title of their own", titles.size);
  const control: Seen = {
    ...nothing,
    address: "/x",
    type: "text/html",
    text: `<script src="https://cdn.example/x.js"></script><style>a{background:url(//img.example/y)}</style> ${hidden[0]?.toUpperCase()}`,
  };
  must(
    canariesIn(control, hidden).length === 1 && foreign(control, address).length === 2,
    "a stray text or a foreign host would not be seen",
  );
}

/** Errors of every kind, and forms that are refused: what was typed is in no address. */
async function provoke(address: string, { hidden, shown, people }: Planted) {
  const odd = [
    "/%zz",
    "/nowhere",
    "/case-studies/nothing",
    `/submit/${"x".repeat(43)}`,
    `/track/${"x".repeat(43)}`,
    "/editor/queue",
    `/case-studies?q=${"a".repeat(140_000)}`,
    "/api/v1/case-studies?page=x",
    "/api/v1/nothing",
  ];
  const errors = await Promise.all(odd.map((one) => look(address, one)));
  errors.push(
    await look(address, "/case-studies", { method: "DELETE" }),
    await look(address, "/submit/start/save", { method: "POST" }),
  );
  for (const error of errors) {
    const stray = canariesIn(error, [...hidden, ...shown]).filter((one) => !error.address.includes(one));
    must(!stray.length, `the error at ${error.address.slice(0, 60)} has ${stray.join(", ")}`);
  }
  say("errors read", errors.length);
  const typed = "qztyped-here, not an address";
  const forms = [
    "/my-case-studies/send",
    "/sign-in/send",
    "/alerts/new/send",
    `/submit/${people[0]?.draft}/email/save`,
  ];
  for (const form of forms) {
    const body = new URLSearchParams({ email: typed, query: "q=bins", frequency: "daily" });
    const answer = await look(address, form, {
      method: "POST",
      body,
      headers: { "sec-fetch-site": "same-origin", origin: address },
    });
    must(answer.status === 303, `${form} answers ${answer.status}`);
    must(!/qztyped/.test(answer.headers), `${form} puts what was typed into an address`);
  }
  say("refused forms, with nothing typed in an address", forms.length);
}

/** Two people at the same addresses, one after the other: each sees their own and no other's, and nobody keeps it. */
async function takeTurns(address: string, { people }: Planted) {
  let [crossed, kept, own] = [0, 0, 0];
  const crossing = (answer: Seen, me: number) => canariesIn(answer, people[1 - me]?.marks ?? []).length;
  for (let turn = 0; turn < turns; turn++) {
    const me = turn % 2;
    const person = people[me]!;
    const [path, cookie] = [
      [`/submit/${person.draft}`, ""],
      [`/my-case-studies/${person.track}`, ""],
      ["/sign-in/account", person.cookie],
    ][Math.floor(turn / 2) % 3] as [string, string];
    const answer = await look(address, path, { headers: cookie ? { cookie } : {} });
    crossed += crossing(answer, me);
    own += canariesIn(answer, person.marks).length > 0 ? 1 : 0;
    if (!/no-store/.test(answer.caching)) kept++;
  }
  const stranger = await look(address, "/sign-in/account");
  must(
    !canariesIn(
      stranger,
      people.flatMap(({ marks }) => marks),
    ).length,
    "a stranger sees the account of whoever was there before",
  );
  must(crossed === 0, `${crossed} answers had the other's`);
  must(kept === 0, `${kept} private answers may be kept`);
  must(own >= turns * 0.6, `only ${own} answers had anything of one's own`);
  must(
    crossing({ ...nothing, text: people[1]?.marks[0] ?? "" }, 0) === 1,
    "an answer with the other's would not be seen",
  );
  say("turns of two people", turns);
  say("  with their own", own);
  say("  with the other's", crossed);
  say("  that a cache may keep", kept);
}

/** What a browser asks for, by itself. */
async function browse(address: string, { slug }: Planted) {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  const context = await browser.newContext();
  const asked: string[] = [];
  context.on("request", (request) => asked.push(request.url()));
  const page = await context.newPage();
  for (const path of ["/", "/case-studies?q=buses", `/case-studies/${slug}`, "/privacy", "/nowhere"])
    await page.goto(address + path);
  const hosts = new Set(asked.map((url) => new URL(url).host));
  must(asked.length > 10 && [...hosts].join() === new URL(address).host, `a browser asks ${[...hosts].join(", ")}`);
  const cookies = await context.cookies();
  must(cookies.length === 0, `a browser has ${cookies.length} cookies`);
  await page.setContent('<img src="http://elsewhere.invalid/x.png">');
  await page.waitForTimeout(300);
  must(
    asked.some((url) => url.includes("elsewhere.invalid")),
    "a request to another host would not be seen",
  );
  await browser.close();
  say("requests of a browser on five pages", asked.length - 1);
  say("  hosts", hosts.size);
}

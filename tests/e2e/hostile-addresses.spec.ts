import fc from "fast-check";
import { ask, inTurns } from "#tests/support/ask.ts";
import { hostileQueries } from "#tests/support/hostile-queries.ts";
import { often } from "#tests/support/thorough.ts";
import { expect, test } from "./test.ts";

const atOnce = 4;
// Far above what a busy machine takes, far below what a pattern that runs away does.
const slowest = 5000;

/** What the notice calls each name of ours, in the order it says them. */
const called = {
  q: "a longer search",
  topic: "a topic",
  support: "a support type",
  region: "a region",
  council: "a council",
  type: "a kind of council",
  collection: "a collection",
  outcome: "an outcome",
  cost: "a cost",
  evidence: "a kind of evidence",
  from: "a first month",
  to: "a last month",
  sort: "an order",
  page: "a page",
};

/** What the notice says was left out: names of ours, and how many others. Null without a notice. */
function noticeOf(text: string) {
  const said = /We left out ([^<]*)\. Everything else counts/.exec(text)?.[1];
  if (said === undefined) return null;
  const others = /(\d+) (?:things? we do not know|others?)/.exec(said)?.[1];
  const names = Object.entries(called).filter(([, words]) => said.includes(words));
  return { names: names.map(([name]) => name), others: Number(others ?? 0) };
}

test("hostile queries: none fails, none is slow, and whatever cannot be used is said to be left out (V1.4.2, V15.1.3, V15.3.7)", async () => {
  test.setTimeout(600_000);
  const queries = hostileQueries(often(400, 2000));
  const answers = await inTurns(queries, atOnce, ({ query }) => ask(`/case-studies?${query}`));

  const wrong = queries.flatMap(({ query, names, others }, index) => {
    const { status, text, milliseconds, headers } = answers[index] as Awaited<ReturnType<typeof ask>>;
    const noticed = noticeOf(text);
    const expected = names.length || others ? { names, others } : null;
    const kept = headers["cache-control"] === "private, no-store";
    const isRight =
      status === 200 &&
      milliseconds < slowest &&
      JSON.stringify(noticed) === JSON.stringify(expected) &&
      (kept || !expected);
    return isRight ? [] : [{ query: query.slice(0, 500), status, milliseconds, expected, noticed, kept }];
  });
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(queries.filter(({ names, others }) => names.length || others).length).toBeGreaterThan(queries.length / 2);
});

const segment = fc.oneof(
  fc.constantFrom("case-studies", "topics", "councils", "libraries", "dorset", "-", "_next", "static", "api", "files"),
  fc.constantFrom(
    "..",
    ".",
    "%2e%2e",
    "%2f",
    "%5c",
    "%00",
    "%zz",
    "%FF",
    "%E2%80%AE",
    "%F0%9F%93%9A",
    "%3Cscript%3E",
    "",
  ),
  fc.constantFrom(".git", ".env", "wp-login.php", "index.html", "a.json", "x.rsc", "robots.txt", "favicon.ico"),
  fc.string({ unit: "binary", maxLength: 30 }).map((text) => encodeURIComponent(text.toWellFormed())),
  fc.string({ maxLength: 20 }).map((text) => text.replace(/[^!-~]|[?#]/g, "")),
);

test("random paths: each is a page, a file or a full page that says what is wrong, and none leads off the site", async () => {
  test.setTimeout(300_000);
  const paths = fc
    .sample(fc.array(segment, { maxLength: 6 }), { numRuns: often(200, 500), seed: 20_261_122 })
    .map((segments) => `/${segments.join("/")}`);
  const answers = await inTurns(paths, atOnce, (path) => ask(path));

  const wrong = paths.flatMap((path, index) => {
    const { status, text, milliseconds, headers } = answers[index] as Awaited<ReturnType<typeof ask>>;
    const location = headers["location"];
    const leadsAway = location !== undefined && !/^\/(?![/\\])/.test(String(location));
    const isProblem = headers["content-type"] === "application/problem+json";
    const isPage = /<h1[^>]*>[^<]+/.test(text) && text.includes("</html>");
    const isWhole = status < 300 || [301, 308].includes(status) || isPage || isProblem;
    const isRight = status < 500 && milliseconds < slowest && !leadsAway && isWhole;
    return isRight ? [] : [{ path, status, milliseconds, location, text: text.slice(0, 300) }];
  });
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(answers.filter(({ status }) => status === 404).length).toBeGreaterThan(paths.length / 10);
  expect(answers.filter(({ status }) => status === 400).length).toBeGreaterThan(paths.length / 10);
});

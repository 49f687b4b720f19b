import { setTimeout as wait } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import type { Move } from "#lib/domain/workflow/moves.ts";
import { sitesOfThisTest } from "#tests/support/editors-site.ts";
import { aVersion, type AVersion } from "#tests/support/versions.ts";

const site = sitesOfThisTest();

/** Everywhere a word of something published can be read, but for its own page. */
const places = (sibling: string) => [
  ...[
    "/",
    "/case-studies",
    "/case-studies?q=quillwort",
    "/case-studies?topic=buses",
    "/topics/transport",
    "/topics/buses",
  ],
  ...[
    "/councils/dorset",
    "/case-studies.atom",
    "/case-studies.json",
    "/case-studies.csv",
    "/case-studies.atom?q=quillwort",
  ],
  ...["/api/v1/case-studies?q=quillwort", "/api/v1/case-studies", "/api/v1/suggest?q=zyz", "/downloads/casebook.csv"],
  ...["/downloads/casebook.jsonl.gz", "/sitemap/1.xml", `/case-studies/${sibling}`],
];

async function read(path: string): Promise<string> {
  const answer = await fetch(`${site.addresses[0]}${path}`);
  expect([200, 404], path).toContain(answer.status);
  const bytes = Buffer.from(await answer.arrayBuffer());
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("utf8");
}

const placesOf = async (sibling: string) => {
  const found: string[] = [];
  for (const path of places(sibling)) if (/zyzzyva/i.test(await read(path))) found.push(path);
  return found;
};

const move = ({ id, editor }: AVersion, name: Move) =>
  moveVersion({ id, basedOn: 1, move: name, actor: editor, reason: "It was wrong." });

test.each<[string, (version: AVersion) => Promise<unknown>]>([
  ["unpublished", (version) => move(version, "unpublish")],
  ["withdrawn", (version) => move(version, "withdraw")],
  [
    "taken out by hand",
    async ({ id }) => {
      await db.version.update({ where: { id }, data: { state: "unpublished" } });
      // Nobody waits here until every web process has heard of it, which takes it some milliseconds.
      await wait(200);
    },
  ],
])(
  "a word of what was %s is nowhere from the first request on",
  async (_, takeOut) => {
    const sibling = await aVersion("published", { title: "Quillwort by the canal", council: "kent" });
    const version = await aVersion("published", {
      title: "Zyzzyva and quillwort",
      summary: "Quillwort by the canal, with a zyzzyva.",
      challenge: "The zyzzyva ate the quillwort.",
    });
    const { slug } = await db.caseStudy.findUniqueOrThrow({ where: { id: sibling.caseStudyId } });
    const before = await placesOf(slug ?? "");
    // A place that never shows the word proves nothing by not showing it.
    expect(before).toEqual(
      expect.arrayContaining(places(slug ?? "").filter((path) => !path.startsWith("/topics/transport"))),
    );
    await takeOut(version);
    expect(await placesOf(slug ?? "")).toEqual([]);
    await move(sibling, "unpublish");
  },
  60_000,
);

import { get, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import type { Move } from "#lib/domain/workflow/moves.ts";
import { sitesOfThisTest } from "#tests/support/editors-site.ts";
import { commandOf, familyOf } from "#tests/support/processes.ts";
import { often } from "#tests/support/thorough.ts";
import { aVersion, type AVersion } from "#tests/support/versions.ts";

const site = sitesOfThisTest(2);
const pages = ["/", "/case-studies", "/case-studies?topic=buses", "/topics/buses", "/councils/dorset"];

const read = async (path: string, address = site.addresses[0]) => {
  const answer = await fetch(`${address}${path}`);
  return { status: answer.status, text: await answer.text() };
};
const move = async ({ id, editor }: AVersion, name: Move) => {
  const moved = await moveVersion({ id, basedOn: 1, move: name, actor: editor, reason: "It was wrong." });
  expect(moved.ok).toBe(true);
};

test("a publication is on every page of every web process from the first request after it, also under load", async () => {
  let last = "";
  let stop = false;
  const stale: string[] = [];
  const failed: number[] = [];
  const readers = Array.from({ length: 8 }, async (_, reader) => {
    for (let turn = reader; !stop; turn += 1) {
      const [expected, path] = [last, pages[turn % pages.length] ?? "/"];
      const { status, text } = await read(path, site.addresses[turn % 2]);
      if (status !== 200) failed.push(status);
      if (!text.includes(expected)) stale.push(`${path} lacks ${expected}`);
    }
  });
  for (let turn = 1; turn <= often(10, 25); turn += 1) {
    const version = await aVersion("accepted", { title: `Quillwort number ${turn}`, council: "dorset" });
    await move(version, "publish");
    last = `Quillwort number ${turn}<`;
    for (const address of site.addresses) expect((await read("/case-studies", address)).text, address).toContain(last);
    await wait(20);
  }
  stop = true;
  await Promise.all(readers);
  expect(stale).toEqual([]);
  expect(failed).toEqual([]);
}, 120_000);

test("a process that is cut off from the database's news serves nothing that is not current", async () => {
  const version = await aVersion("published", { title: "Zyzzyva by the canal", council: "dorset" });
  for (const address of site.addresses) expect((await read("/case-studies", address)).text).toContain("Zyzzyva");
  await db.$queryRaw`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'casebook pages' and datname = current_database()`;
  await move(version, "unpublish");
  for (const address of site.addresses) expect((await read("/case-studies", address)).text).not.toContain("Zyzzyva");
});

test("what makes pages sends what a reader sees once, and no page for what is not there along with it", async () => {
  await aVersion("published", { title: "Xylophones at the weir", council: "dorset" });
  const path = "/case-studies?topic=buses";
  const commands = familyOf(process.pid).map(commandOf);
  const socketPath = commands.flatMap((command) => / lib\/programs\/renderer\.ts (\S+)/.exec(command)?.[1] ?? [])[0];
  const sent = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ socketPath, path, headers: { host: "localhost" } }, resolve).once("error", reject);
  });
  const made = await text(sent);
  expect(made).toContain(">Xylophones at the weir<");
  // As it would stand in the framework's own description of the page.
  expect(made).not.toContain(String.raw`Xylophones at the weir\u003c`);
  expect(made).not.toContain("Page not found");
});

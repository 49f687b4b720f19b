import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { startSite, type RunningSite } from "./running-site.ts";

/** Sites on the database of the test file that asks, with no jobs of their own. Each has a port; they share everything else. */
export function sitesOfThisTest(
  count = 1,
  settings: Record<string, string> = {},
): { addresses: string[]; printed: () => string } {
  const sites: RunningSite[] = [];
  const printed = () => sites.map((site) => site.printed()).join("");
  const shared = { addresses: [] as string[], printed };
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "casebook-editors-"));
    const database = { DATABASE_URL: process.env["DATABASE_URL"] ?? "", SECRET: process.env["SECRET"] ?? "" };
    for (let number = 0; number < count; number++) {
      const site = await startSite({ ...database, DATA_DIR: folder, JOBS: "off", ...settings });
      sites.push(site);
      shared.addresses.push(site.address);
    }
  }, 120_000);

  afterAll(async () => {
    for (const site of sites) await site.stop();
    await rm(folder, { recursive: true, force: true });
  });
  return shared;
}

/** Asks a site as somebody's browser does. Nothing is followed. */
export async function askAs(address: string, cookie: string, path: string, form?: Record<string, string>) {
  const headers = { cookie, origin: address };
  const init = form ? { method: "POST", body: new URLSearchParams(form), headers } : { headers };
  const answer = await fetch(`${address}${path}`, { redirect: "manual", ...init });
  return { status: answer.status, location: answer.headers.get("location") ?? "", text: await answer.text() };
}

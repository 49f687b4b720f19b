import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RunningSite } from "#tests/support/running-site.ts";
import { queryOf, type Target } from "./target.ts";

const names = { words: "q", topic: "topic", support: "support", page: "page" };

/** The running site with the database it began, which is no child of its processes. */
export async function casebookTarget(site: RunningSite, folder: string): Promise<Target> {
  return {
    name: "Casebook",
    listOf: (asked) => `${site.address}/case-studies${queryOf(asked, names)}`,
    caseStudyOf: (slug) => `${site.address}/case-studies/${slug}`,
    pids: [site.process.pid ?? 0, await postgresIn(join(folder, "postgres"))],
  };
}

/** The first process of an embedded database, by the folder it was started with. */
export async function postgresIn(folder: string): Promise<number> {
  const [pid] = (await readFile(join(folder, "data", "postmaster.pid"), "utf8")).split("\n");
  return Number(pid);
}

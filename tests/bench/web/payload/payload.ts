import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDatabase } from "#prisma/databases.ts";
import { startEmbedded } from "#prisma/embedded.ts";
import { postgresIn } from "../casebook.ts";
import type { Content } from "../content.ts";
import { queryOf, type Asked, type Begun, type Target } from "../target.ts";
import { buildSite, fillSite, installSite, startNext } from "./site.ts";

const names = { words: "q", topic: "topic", support: "support", page: "page" };

/**
 * A Next site of Payload with the same case studies and a PostgreSQL of its own: as it makes pages anew, and as Next keeps them, which
 * it does with none that reads a query; or why there is none.
 */
export async function startPayload(begun: Begun, content: Content): Promise<Target[] | string> {
  const site = await installSite();
  if (!site) return "npm could not install it";

  const folder = await mkdtemp(join(tmpdir(), "casebook-payload-"));
  begun.defer(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  const postgres = await startEmbedded(join(folder, "postgres"));
  begun.defer(() => postgres.stop());
  await createDatabase(postgres.urlOf("postgres"), "payload");
  const database = postgres.urlOf("payload");
  await fillSite(site, { database, content, folder });
  await buildSite(site, database);
  const server = await startNext(begun, site, database);
  const pids = [server.pid, await postgresIn(join(folder, "postgres"))];
  const listOf = (asked: Asked) => `${server.address}/case-studies${queryOf(asked, names)}`;
  const caseStudyIn = (path: string) => (slug: string) => `${server.address}/${path}/${slug}`;
  return [
    { name: "Payload", listOf, caseStudyOf: caseStudyIn("made-anew"), pids, slow: true },
    { name: "Payload, pages kept", listOf, caseStudyOf: caseStudyIn("case-studies"), pids, keeps: "case study" },
  ];
}

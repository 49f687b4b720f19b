import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDatabase } from "#prisma/databases.ts";
import { startEmbedded } from "#prisma/embedded.ts";
import { postgresIn } from "../casebook.ts";
import type { Content } from "../content.ts";
import { queryOf, type Rival } from "../target.ts";
import { buildSite, fillSite, installSite, startNext } from "./site.ts";

const names = { words: "q", topic: "topic", support: "support", page: "page" };

/** A Next site of Payload with the same case studies and a PostgreSQL of its own; or why there is none. */
export async function startPayload(content: Content): Promise<Rival | string> {
  const site = await installSite();
  if (!site) return "npm could not install it";

  const begun = new AsyncDisposableStack();
  try {
    const folder = await mkdtemp(join(tmpdir(), "casebook-payload-"));
    begun.defer(() => rm(folder, { recursive: true, force: true }));
    await chmod(folder, 0o755);
    const postgres = await startEmbedded(join(folder, "postgres"));
    begun.defer(() => postgres.stop());
    await createDatabase(postgres.urlOf("postgres"), "payload");
    const database = postgres.urlOf("payload");
    await fillSite(site, { database, content, folder });
    await buildSite(site, database);
    const server = await startNext(site, database);
    begun.defer(server.stop);
    const target = {
      name: "Payload",
      listOf: (asked: object) => `${server.address}/case-studies${queryOf(asked, names)}`,
      caseStudyOf: (slug: string) => `${server.address}/case-studies/${slug}`,
      pids: [server.pid, await postgresIn(join(folder, "postgres"))],
      slow: true as const,
    };
    return { targets: [target], stop: () => begun.disposeAsync() };
  } catch (error) {
    await begun.disposeAsync();
    throw error;
  }
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { createDatabase, dropDatabase } from "#prisma/databases.ts";
import { startEmbedded } from "#prisma/embedded.ts";
import { migrate } from "#prisma/migrate.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of a database on the test server from which others can be made. */
    adminUrl: string;
    /** Name of a database with the schema and the reference lists, to copy. */
    template: string;
  }
}

const run = promisify(execFile);

interface Server {
  adminUrl: string;
  template: string;
  stop(): Promise<void>;
}

const shared = globalThis as { casebookTestServer?: Promise<Server> };

/** One PostgreSQL for the run: the embedded one, or the server DATABASE_URL names. Only databases named casebook_test_… are touched. */
export default async function setup(project: TestProject) {
  shared.casebookTestServer ??= prepare();
  const { adminUrl, template } = await shared.casebookTestServer;
  project.provide("adminUrl", adminUrl);
  project.provide("template", template);

  // Several projects ask for it, and whichever ends first ends it, when no test is left.
  return async () => {
    const server = await shared.casebookTestServer;
    delete shared.casebookTestServer;
    await server?.stop();
  };
}

async function prepare(): Promise<Server> {
  const server = process.env["DATABASE_URL"] ? null : await startOwnServer();
  const adminUrl = server?.adminUrl ?? process.env["DATABASE_URL"] ?? "";
  const template = `casebook_test_${process.pid}_template`;
  await dropDatabase(adminUrl, template);
  await createDatabase(adminUrl, template);
  const url = adminUrl.replace(/\/[^/?]+(\?|$)/, `/${template}$1`);
  await migrate(url);
  // In a process of its own, so that no connection of ours stays open on the template.
  await run(process.execPath, ["tests/support/load-reference-lists.ts"], {
    env: { ...process.env, DATABASE_URL: url },
  });
  const stop = async () => {
    await dropDatabase(adminUrl, template);
    await server?.stop();
  };
  return { adminUrl, template, stop };
}

async function startOwnServer() {
  const folder = await mkdtemp(join(tmpdir(), "casebook-test-"));
  // PostgreSQL may run as a user of its own, which has to reach its data.
  await import("node:fs/promises").then(({ chmod }) => chmod(folder, 0o755));
  const server = await startEmbedded(folder);
  const adminUrl = server.urlOf("postgres");
  await forgetOnCrash(adminUrl);
  return {
    adminUrl,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Nothing here outlives the run, so nobody waits for a disk. Tests that kill a server start one of their own. */
async function forgetOnCrash(adminUrl: string) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  for (const setting of ["fsync", "full_page_writes", "synchronous_commit"])
    await client.query(`alter system set ${setting} = off`);
  await client.query("select pg_reload_conf()");
  await client.end();
}

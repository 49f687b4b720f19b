import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createDatabase } from "#prisma/databases.ts";
import { startEmbedded, type EmbeddedDatabase } from "#prisma/embedded.ts";
import { commandOf, familyOf, killAll } from "#tests/support/processes.ts";
import { startSite, type RunningSite } from "#tests/support/running-site.ts";

const SECRET = "a secret for tests, which is long enough";
let folder: string;
let server: EmbeddedDatabase;
let site: RunningSite;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "casebook-outage-"));
  await chmod(folder, 0o755);
  server = await startEmbedded(join(folder, "postgres"));
  await createDatabase(server.urlOf("postgres"), "casebook_test_outage");
  site = await startSite({ DATABASE_URL: server.urlOf("casebook_test_outage"), SECRET, DATA_DIR: folder });
}, 120_000);

afterAll(async () => {
  await site.stop();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function ask(path: string, init?: RequestInit) {
  const answer = await fetch(`${site.address}${path}`, { redirect: "manual", ...init });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

function expectWholePage(text: string, heading: string) {
  expect(text).toContain(`>${heading}</h1>`);
  expect(text).toMatch(/<link rel="stylesheet" href="\/_next\/static\//);
  expect(text).toContain("Casebook");
  expect(text).not.toContain("<script");
  expect(text.trimEnd()).toMatch(/<\/html>$/);
}

async function query(sql: string) {
  const client = new pg.Client({ connectionString: server.urlOf("casebook_test_outage") });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

test("a fault of ours is a whole page with 500 and a reference, and says nothing of its cause", async () => {
  await query(`alter table "Listing" rename to "Elsewhere"`);
  const { status, headers, text } = await ask("/case-studies");
  await query(`alter table "Elsewhere" rename to "Listing"`);

  expect(status).toBe(500);
  expectWholePage(text, "There is a problem with the service");
  expect(text).toContain(headers.get("x-request-id"));
  expect(text).not.toMatch(/Listing"|prisma|select |\.ts:/i);
  expect((await ask("/case-studies")).status).toBe(200);
});

test("with the database stopped a page is a whole page with 503, a form comes back, and both recover by themselves", async () => {
  await server.stop();
  const page = await ask("/case-studies");
  const typed = new URLSearchParams({ title: `Night buses <b> & "more"`, council: "Dorset" });
  const form = await ask("/submit/start/save", { method: "POST", body: typed, headers: { origin: site.address } });
  await server.revive();

  expect(page.status).toBe(503);
  expect(page.headers.get("retry-after")).toBe("30");
  expectWholePage(page.text, "The service is not available at the moment");
  expect(form.status).toBe(503);
  expect(form.text).toContain(`name="title" value="Night buses &#60;b&#62; &#38; &#34;more&#34;"`);
  expect(form.text).toContain("Try again</button>");
  await vi.waitFor(async () => expect((await ask("/case-studies")).status).toBe(200), { timeout: 15_000 });
});

test("a renderer that is killed is replaced", async () => {
  const isRenderer = (pid: number) => commandOf(pid).includes("lib/programs/renderer.ts");
  const renderers = () => familyOf(site.process.pid ?? 0).filter(isRenderer);
  const [first] = renderers();
  await killAll(renderers());

  await vi.waitFor(async () => expect((await ask("/case-studies")).status).toBe(200), { timeout: 15_000 });
  expect(renderers()).toHaveLength(1);
  expect(renderers()).not.toContain(first);
});

test("an address with a guessed token opens nothing and says so", async () => {
  expect((await ask("/submit/not-a-token-but-a-word")).text).toContain("This draft cannot be found");
  expect((await ask("/track/not-a-token-but-a-word")).text).toContain("This submission cannot be found");
});

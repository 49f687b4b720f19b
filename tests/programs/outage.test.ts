import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createDatabase } from "#prisma/databases.ts";
import { startEmbedded, type EmbeddedDatabase } from "#prisma/embedded.ts";
import { hang } from "#tests/support/broken-database.ts";
import { commandOf, familyOf, killAll } from "#tests/support/processes.ts";
import { startSite, type RunningSite } from "#tests/support/running-site.ts";
import { collectTraces } from "#tests/support/trace-collector.ts";

const SECRET = "a secret for tests, which is long enough";
// Five seconds are promised, to which `npm run test:long -- outage` holds the site by itself. Here others keep the processors busy.
const soonMs = 8000;

let folder: string;
let server: EmbeddedDatabase;
let site: RunningSite;
let collector: Awaited<ReturnType<typeof collectTraces>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "casebook-outage-"));
  await chmod(folder, 0o755);
  server = await startEmbedded(join(folder, "postgres"));
  await createDatabase(server.urlOf("postgres"), "casebook_test_outage");
  collector = await collectTraces();
  site = await startSite({
    ...{ DATABASE_URL: server.urlOf("casebook_test_outage"), SECRET, DATA_DIR: folder },
    ...{ OTEL_EXPORTER_OTLP_ENDPOINT: collector.address, TRUSTED_PROXIES: "loopback" },
  });
}, 120_000);

afterAll(async () => {
  await site.stop();
  collector.close();
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
  const { rows } = await client.query<Record<string, unknown>>(sql).finally(() => client.end());
  return rows;
}

const send = (path: string, typed: Record<string, string>) =>
  ask(path, { method: "POST", body: new URLSearchParams(typed), headers: { origin: site.address } });

test("a fault of ours is a whole page with 500 and a reference, and says nothing of its cause (V16.5.1)", async () => {
  // The first page of a renderer that others keep from the processors can take so long that it counts as an outage.
  await vi.waitFor(async () => expect((await ask("/case-studies/elsewhere")).status).toBe(404), { timeout: 20_000 });
  await query(`alter table "Version" rename to "Elsewhere"`);
  const { status, headers, text } = await ask("/case-studies/nowhere");
  await query(`alter table "Elsewhere" rename to "Version"`);

  expect(status).toBe(500);
  expectWholePage(text, "There is a problem with the service");
  expect(text).toContain(headers.get("x-request-id"));
  expect(text).not.toMatch(/Version"|prisma|select |\.ts:/i);
  // Its cause is in the log, under the same reference.
  const id = headers.get("x-request-id") ?? "";
  const lines = site
    .printed()
    .split("\n")
    .filter((line) => line.includes(id));
  expect(lines.map((line) => (JSON.parse(line) as { err?: { message: string } }).err?.message ?? "").join()).toMatch(
    /Version/,
  );
  expect((await ask("/case-studies/nowhere")).status).toBe(404);
}, 30_000);

test("the figures of every process and of the database are told", async () => {
  const lines = [
    ...["gate", "renderer 1", "worker"].map((name) => new RegExp(`memory_bytes\\{process="${name}"\\} \\d{8}`)),
    'casebook_up{part="database"} 1',
    "casebook_renderers_ready 1",
    /casebook_request_seconds_count\{route="\/case-studies",status="2xx"\} [1-9]/,
    /casebook_page_cache_misses_total [1-9]/,
    /casebook_page_cache_bytes [1-9]/,
    /casebook_renders\{queue="dear",state="waiting"\} 0/,
    /casebook_database_connections\{process="renderer 1",state="idle"\} [1-9]/,
    'casebook_letters{state="waiting"} 0',
    /casebook_jobs\{state="running"\} \d/,
  ];
  // Each process tells of itself every few seconds, and gives back a connection that nobody uses.
  let year = 1950;
  await vi.waitFor(
    async () => {
      await ask(`/case-studies?from=${year++}-01`);
      const { text } = await ask("/metrics");
      for (const line of lines) expect(text).toMatch(line);
    },
    { timeout: 20_000, interval: 500 },
  );
});

test("one trace leads from a proxy of ours through the gate and the page to each statement, and names nobody", async () => {
  const [traceId, above] = ["0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"];
  await ask("/topics/secret-topic?q=secret-word", { headers: { traceparent: `00-${traceId}-${above}-01` } });
  const spans = await vi.waitFor(() => {
    const own = collector.told.filter((span) => span.traceId === traceId);
    expect(new Set(own.map(({ from }) => from))).toEqual(new Set(["gate", "renderer"]));
    return own;
  }, 10_000);
  const [gate] = spans.filter(({ from }) => from === "gate");
  expect(gate).toMatchObject({ name: "GET /topics/[slug]", parentSpanId: above });
  expect(gate?.attributes).toMatchObject({ "http.route": "/topics/[slug]", "http.response.status_code": 404 });
  const render = spans.find(({ name }) => name === "render");
  expect(render).toMatchObject({ from: "renderer", parentSpanId: gate?.spanId });
  const statements = spans.filter(({ name }) => name === "SELECT");
  expect(statements.length).toBeGreaterThan(0);
  for (const one of statements) expect(one).toMatchObject({ from: "renderer", parentSpanId: render?.spanId });
  expect(JSON.stringify(spans)).not.toMatch(/secret-/);
  await vi.waitFor(() => expect(collector.told.map(({ name }) => name)).toContain("job publish-due"), 10_000);
}, 30_000);

test("a list never asked for asks the database nothing that another page has been told in the same generation", async () => {
  const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
  await ask("/case-studies?region=wales");
  await ask("/case-studies?region=scotland", { headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` } });
  const own = () => collector.told.filter((span) => span.traceId === traceId);
  const names = () => own().map(({ from, name }) => `${from} ${name}`);
  // What a page asks the database is told along with its own span.
  await vi.waitFor(() => expect(names().toSorted()).toEqual(["gate GET /case-studies", "renderer render"]), 10_000);
}, 30_000);

test("with the database stopped a page read before stays, any other is a whole page with 503, a form comes back, and all recover (V16.5.2)", async () => {
  const before = await ask("/case-studies");
  expect([(await ask("/healthz")).status, (await ask("/readyz")).status]).toEqual([200, 200]);
  await server.stop();
  // Kept pages can be read still, so no balancer should leave the site out.
  await vi.waitFor(async () => expect((await ask("/readyz")).text).toMatch(/^ready\ndatabase: does not answer/), 5000);
  expect([(await ask("/healthz")).status, (await ask("/readyz")).status]).toEqual([200, 200]);
  expect((await ask("/metrics")).text).toContain('casebook_up{part="listener"} 0');
  const kept = await ask("/case-studies");
  const page = await ask("/case-studies?sort=title");
  const typed = new URLSearchParams({ title: `Night buses <b> & "more"`, council: "Dorset" });
  const form = await ask("/submit/start/save", { method: "POST", body: typed, headers: { origin: site.address } });
  await server.revive();

  expect(kept.status).toBe(200);
  expect(kept.text).toContain("nothing can be sent in at the moment");
  expect(kept.text.replace(/<aside aria-label="What works at the moment".*?<\/aside>/, "")).toBe(before.text);
  expect(page.status).toBe(503);
  expect(page.headers.get("retry-after")).toBe("30");
  expectWholePage(page.text, "The service is not available at the moment");
  expect(form.status).toBe(503);
  expect(form.text).toContain(`name="title" value="Night buses &#60;b&#62; &#38; &#34;more&#34;"`);
  expect(form.text).toContain("Try again</button>");
  await vi.waitFor(async () => expect((await ask("/case-studies?sort=title")).status).toBe(200), { timeout: 15_000 });
  await vi.waitFor(async () => expect((await ask("/case-studies")).text).toBe(before.text), { timeout: 15_000 });
});

/** What is kept before the gate follows a database that has come back belongs to another past, and is not shown in an outage. */
async function untilFollowed() {
  await query(`delete from "Lease"`);
  await vi.waitFor(async () => expect(await query(`select 1 from "Lease"`)).toHaveLength(1), { timeout: 15_000 });
}

test("with the database hung a page read before stays at once, anything else is told within five seconds, and all recover (V16.5.2)", async () => {
  await untilFollowed();
  const before = await ask("/case-studies");
  await ask("/topics");
  const goOn = await hang({ server, folder: join(folder, "postgres") });
  const timed = async (path: string, init?: RequestInit) => {
    const begun = performance.now();
    return { ...(await ask(path, init)), ms: performance.now() - begun };
  };
  const form = {
    method: "POST",
    body: new URLSearchParams({ email: "a@b.example" }),
    headers: { origin: site.address },
  };
  const whileHung = async () => {
    // The lease on what is current runs out first.
    await vi.waitFor(async () => expect((await ask("/topics")).text).toContain("nothing can be sent in"), {
      timeout: 8000,
    });
    const kept = await timed("/case-studies");
    const others = ["/case-studies?sort=oldest", "/submit/start"].map((path) => timed(path));
    return { kept, others: await Promise.all([...others, timed("/sign-in/send", form)]) };
  };
  const { kept, others } = await whileHung().finally(goOn);

  expect(kept.text).toContain("nothing can be sent in at the moment");
  expect(kept.ms).toBeLessThan(1000);
  expect(others.map(({ status, headers }) => [status, headers.get("retry-after")])).toEqual(Array(3).fill([503, "30"]));
  for (const { ms } of others) expect(ms).toBeLessThan(soonMs);
  expect(others[2]?.text).toContain(`name="email" value="a@b.example"`);
  await vi.waitFor(async () => expect((await ask("/case-studies?sort=oldest")).status).toBe(200), { timeout: 15_000 });
  await vi.waitFor(async () => expect((await ask("/case-studies")).text).toBe(before.text), { timeout: 15_000 });
}, 60_000);

test("a form over a limit comes back with which it was and all that was typed, and goes through later (V2.4.1)", async () => {
  const typed = { title: `Night buses <b> & "more"`, council: "Dorset Council", subject: "Cheap pills" };
  expect((await send("/submit/start/save", typed)).headers.get("location")).toMatch(/^\/submit\/[\w-]{43}\/email$/);
  expect(await query(`select "suspicion" from "Version"`)).toEqual([{ suspicion: expect.stringContaining("filled") }]);
  await query(`update "LimitUse" set "points" = 30 where "key" like 'drafts-hour:%'`);
  const { status, headers, text } = await send("/submit/start/save", typed);

  expect(status).toBe(429);
  expect(Number(headers.get("retry-after"))).toBeGreaterThan(3500);
  expectWholePage(text, "A limit has been reached");
  expect(text).toMatch(/No more than 30 case studies can be started in an hour.+ It works again from \d\d:\d\d/);
  expect(text).toContain(`href="mailto:editors@casebook.example"`);
  expect(text).toContain(`name="title" value="Night buses &#60;b&#62; &#38; &#34;more&#34;"`);
  expect(text.match(/<button/g)).toHaveLength(1);
  await query(`delete from "LimitUse"`);
  expect((await send("/submit/start/save", typed)).status).toBe(303);
});

test("what is saved and the letters asked for are counted too, and a limit takes nothing away", async () => {
  const start = async () => {
    const started = await send("/submit/start/save", { title: "Night buses", council: "Dorset Council" });
    return started.headers.get("location")?.replace(/\/email$/, "") ?? "";
  };
  const [draft, other] = [await start(), await start()];
  const email = { email: "buses@dorset.example" };
  expect((await send(`${draft}/email/save`, email)).status).toBe(303);
  await query(`update "LimitUse" set "points" = 6 where "key" like 'letters-email:%'`);
  expect((await send(`${other}/email/save`, email)).text).toContain("No more than 6 e-mails to one e-mail address");

  await query(`update "LimitUse" set "points" = 300000 where "key" like 'bytes:%'`);
  const saved = await send(`${draft}/challenge/save`, { challenge: "The last bus left at seven.", basedOn: "1" });
  expect(saved.status).toBe(429);
  expect(saved.text).toContain("No more than 300 MB can be saved in a day");
  expect(saved.text).toContain(`name="challenge" value="The last bus left at seven."`);
  expect((await ask(draft)).text).toContain("Night buses");
  await query(`delete from "LimitUse"`);
  expect((await send(`${draft}/challenge/save`, { challenge: "The last bus left.", basedOn: "1" })).status).toBe(303);
});

// Four files of programs begin others meanwhile, and on a slow machine a renderer alone takes ten seconds.
test(
  "a renderer that is killed is replaced, and pages that were read before do not wait for it",
  { timeout: 60_000 },
  async () => {
    await ask("/case-studies");
    const isRenderer = (pid: number) => commandOf(pid).includes("lib/programs/renderer.ts");
    const renderers = () => familyOf(site.process.pid ?? 0).filter(isRenderer);
    const [first] = renderers();
    await killAll(renderers());

    expect((await ask("/readyz")).status).toBe(503);
    expect((await ask("/case-studies")).status).toBe(200);
    await vi.waitFor(async () => expect((await ask("/submit/start")).status).toBe(200), { timeout: 45_000 });
    expect(renderers()).toHaveLength(1);
    expect(renderers()).not.toContain(first);
  },
);

test("an address with a guessed token opens nothing and says so (V6.6.3)", async () => {
  expect((await ask("/submit/not-a-token-but-a-word")).text).toContain("This draft cannot be found");
  expect((await ask("/track/not-a-token-but-a-word")).text).toContain("This submission cannot be found");
});

/** Keeps everybody else from some tables until it is told to let go. */
async function holding(tables: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: server.urlOf("casebook_test_outage") });
  await client.connect();
  await client.query(`begin; lock table ${tables} in access exclusive mode`);
  return () => client.end();
}

test("with a table locked, whatever needs it is told soon that it is an outage, and all recover (V16.5.2)", async () => {
  const letGo = await holding(`"Version"`);
  const begun = performance.now();
  const typed = { title: "Night buses", council: "Dorset Council" };
  const waiting = Promise.all([send("/submit/start/save", typed), ask("/case-studies/nowhere.json")]);
  const [form, forProgram] = await waiting.finally(letGo);

  expect(performance.now() - begun).toBeLessThan(soonMs);
  expect([form.status, forProgram.status]).toEqual([503, 503]);
  expect(form.text).toContain(`name="title" value="Night buses"`);
  expect((await ask("/healthz")).status).toBe(200);
  expect((await send("/submit/start/save", typed)).status).toBe(303);
}, 30_000);

test("told to stop, it takes nobody new, lets a slow page and a job finish, and is gone in ten seconds", async () => {
  await query(`insert into "Attempt" values (gen_random_uuid(), '/old', '{}', '{}', now() - interval '1 day')`);
  const letGo = await holding(`"Attempt", "Topic"`);
  await query(`insert into pgboss.job (name, policy) values ('clear-attempts', 'short') on conflict do nothing`);
  // At every tenth minute another of the name falls due, which may wait for the next start.
  const running = () => query(`select id from pgboss.job where name = 'clear-attempts' and state = 'active'`);
  const [job] = await vi.waitFor(
    async () => {
      const jobs = await running();
      expect(jobs).toHaveLength(1);
      return jobs;
    },
    { timeout: 15_000 },
  );
  const slow = ask("/topics/anything-else");
  await wait(200);

  const told = performance.now();
  const stopped = site.stop();
  await vi.waitFor(() => expect(fetch(`${site.address}/healthz`)).rejects.toThrow("fetch failed"), 2000);
  await wait(1200);
  await letGo();
  expect((await slow).status).toBe(404);
  expect(await stopped).toBe(0);
  expect(performance.now() - told).toBeLessThan(10_000);
  expect(await query(`select 1 from "Attempt" where "address" = '/old'`)).toEqual([]);
  expect(await query(`select state from pgboss.job where id = '${job?.["id"]}'`)).toEqual([{ state: "completed" }]);
}, 60_000);

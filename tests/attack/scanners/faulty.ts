import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { createDatabase } from "#prisma/databases.ts";
import { startEmbedded } from "#prisma/embedded.ts";

/**
 * A small site with the faults that scanners are for: searches that are put into SQL, what somebody typed put into a page as it is,
 * leading anywhere, a repository and settings lying about, and no field that protects. Each scanner has to find something here.
 */
export async function openFaulty(): Promise<{ port: number; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "casebook-faulty-"));
  await chmod(folder, 0o755);
  const embedded = await startEmbedded(join(folder, "postgres"));
  const name = "casebook_test_faulty";
  await createDatabase(embedded.urlOf("postgres"), name);
  const pool = new pg.Pool({ connectionString: embedded.urlOf(name), max: 8, statement_timeout: 20_000 });
  await pool.query("create table book (id int, title text)");
  await pool.query("insert into book values (1, 'Buses'), (2, 'Libraries'), (3, 'Night buses')");

  const server = createServer((asked, answer) => void respond(pool, asked, answer));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      server.close();
      await pool.end();
      await embedded.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What lies about, and must not. */
const lying: Record<string, string> = {
  "/.git/config": "[core]\n\trepositoryformatversion = 0\n",
  "/.env": "SECRET=hunter2\n",
  "/admin": "<h1>Everything</h1>",
};

const home = `<!DOCTYPE html><title>Books</title><h1>Books</h1>
  <form action="/search"><input name="q" value="Buses"><button>Search</button></form>
  <form action="/save" method="post"><input name="title"><input name="note"><button>Save</button></form>
  <a href="/book?id=1">Buses</a> <a href="/go?to=/book">On</a> <a href="/read?from=x">Read</a>`;

async function respond(pool: pg.Pool, asked: IncomingMessage, answer: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(asked.url ?? "/", "http://localhost");
  const say = (status: number, text: string, more: Record<string, string> = {}) =>
    void answer.writeHead(status, { "content-type": "text/html", "set-cookie": "session=1", ...more }).end(text);
  const look = async (where: string, said: string) => {
    // Just what must never be written: the words of whoever asks within the statement.
    const { rows } = await pool.query<{ title: string }>(`select title from book where ${where}`);
    say(200, `<p>You asked for ${said}</p><ul>${rows.map(({ title }) => `<li>${title}</li>`).join("")}</ul>`);
  };
  try {
    if (pathname === "/") return say(200, home);
    if (pathname === "/search") {
      const q = searchParams.get("q") ?? "";
      return await look(`title = '${q}'`, q);
    }
    if (pathname === "/book") return await look(`id = ${searchParams.get("id") ?? 1}`, "a book");
    if (pathname === "/read") return say(200, await (await fetch(searchParams.get("from") ?? "")).text());
    if (pathname === "/go") return say(302, "", { location: searchParams.get("to") ?? "/" });
    if (pathname === "/save") {
      const typed = new URLSearchParams(await textOf(asked));
      return await look(`title = '${typed.get("title") ?? ""}'`, typed.get("note") ?? "");
    }
    const found = lying[pathname];
    return found === undefined ? say(404, "Not here") : say(200, found);
  } catch (error) {
    const { stack, message } = error as Error;
    say(500, `<pre>PostgreSQL query failed: ERROR:  ${message}\n${stack}</pre>`);
  }
}

async function textOf(asked: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of asked) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

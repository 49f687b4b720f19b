import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer as createPlain, request, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer } from "node:https";
import { leaksIn } from "../faults.ts";

/** What went through it: how often each status was answered, and which answers were faults. */
export interface Passed {
  requests: number;
  statuses: Map<number, number>;
  failed: string[];
  leaked: string[];
}

export interface Front {
  /** All that went through since it was last asked. */
  passed(): Passed;
  close(): void;
}

const nothing = (): Passed => ({ requests: 0, statuses: new Map(), failed: [], leaked: [] });
const mostRead = 300_000;

/**
 * A server in front that lets a scanner through as if somebody new asked each time from the site's own pages, so that
 * neither limits by address and e-mail nor the check of where a form comes from keep it from what is behind. A form's key and the e-mail address that
 * we fill in are new each time too. What is answered is looked at on its way.
 *
 * @param port where it listens
 * @param behind the port of the site
 * @param publicUrl by which the site is known, where its forms come from
 * @param certificate with which it speaks TLS
 */
export async function openFront(
  port: number,
  { behind, publicUrl }: { behind: number; publicUrl: string },
  certificate?: { key: string; cert: string },
) {
  let seen = nothing();
  let number = 0;

  function headersOf({ method, headers }: IncomingMessage, length: number | null) {
    number += 1;
    const address = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
    const ours = method === "POST" ? { "sec-fetch-site": "same-origin", origin: publicUrl } : {};
    // Answers are read, so they must not be packed.
    const { "accept-encoding": _, "transfer-encoding": __, ...rest } = headers;
    return { ...rest, ...ours, "x-forwarded-for": address, ...(length !== null && { "content-length": length }) };
  }

  const pass = async (asked: IncomingMessage, answer: ServerResponse) => {
    const sent = await bytesOf(asked).catch(() => null);
    if (!sent) return void answer.destroy();
    const body = asNew(sent, asked.headers["content-type"] ?? "");
    const headers = headersOf(asked, body.length ? body.length : null);
    const options = { host: "127.0.0.1", port: behind, method: asked.method, path: asked.url, headers };
    const shown = `${asked.method} ${asked.url} ${body.subarray(0, 300).toString("latin1")}`;
    const lost = () => {
      note(seen, 0, shown, "", []);
      answer.destroy();
    };
    const onward = request(options, (reply) => {
      const read: Buffer[] = [];
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.on("data", (chunk: Buffer) => void (sum(read) < mostRead && read.push(chunk)));
      reply.on("error", lost);
      reply.on("end", () =>
        note(seen, reply.statusCode ?? 0, shown, Buffer.concat(read).toString("utf8"), wordsOf(shown)),
      );
      reply.pipe(answer);
    });
    // Whoever hangs up before the answer is at fault, not the site.
    answer.on("close", () => answer.writableEnded || onward.destroy());
    onward.on("error", () => (answer.closed ? undefined : lost()));
    onward.end(body);
  };

  const take = (...both: [IncomingMessage, ServerResponse]) => void pass(...both);
  const server = certificate
    ? createServer({ key: readFileSync(certificate.key), cert: readFileSync(certificate.cert) }, take)
    : createPlain(take);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    passed() {
      const all = seen;
      seen = nothing();
      return all;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  } satisfies Front;
}

/** Adds an answer to what was seen. Pages say what they like with 200; an error may not say what the site runs on. */
function note(seen: Passed, status: number, shown: string, text: string, sent: readonly string[]): void {
  seen.requests += 1;
  seen.statuses.set(status, (seen.statuses.get(status) ?? 0) + 1);
  if (status === 0 || status >= 500) seen.failed.push(`${status} ${shown}`);
  const leaks = status === 0 || status >= 400 ? leaksIn(text, sent) : [];
  if (leaks.length) seen.leaked.push(`${leaks.join()} ${shown}`);
}

/** All that went through some of them since they were last asked. */
export function gathered(fronts: readonly Front[]): Passed {
  const all = nothing();
  for (const { requests, statuses, failed, leaked } of fronts.map((front) => front.passed())) {
    all.requests += requests;
    for (const [status, times] of statuses) all.statuses.set(status, (all.statuses.get(status) ?? 0) + times);
    all.failed.push(...failed);
    all.leaked.push(...leaked);
  }
  return all;
}

const sum = (chunks: readonly Buffer[]) => chunks.reduce((all, { length }) => all + length, 0);

async function bytesOf(asked: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of asked) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** What was sent, as a page may repeat it: that is no leak. */
function wordsOf(shown: string): string[] {
  return shown.split(/[?&=\s]/).flatMap((word) => {
    const plain = word.replaceAll("+", " ");
    return [word, plain, URL.canParse(`x:?${plain}`) ? decoded(plain) : plain];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The same form as from somebody new, with a key that was never used. What a scanner has changed of them stays as it is. */
function asNew(sent: Buffer, type: string): Buffer {
  if (!type.startsWith("application/x-www-form-urlencoded")) return sent;
  const text = sent
    .toString("latin1")
    .replace(/(^|&)key=[0-9a-f-]{36}(?=&|$)/, `$1key=${randomUUID()}`)
    .replace(/(^|&)email=somebody(?:%40|@)council\.example(?=&|$)/, `$1email=${randomUUID()}%40council.example`);
  return Buffer.from(text, "latin1");
}

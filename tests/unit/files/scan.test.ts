import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { prepareFile } from "#lib/data/files/intake/prepare.ts";
import { refusalWords } from "#lib/domain/files/refusals.ts";
import { eicar, hasClamd, openClamd } from "#tests/support/files/clamd.ts";
import { aPdf } from "#tests/support/files/pdfs.ts";
import { anOfficeFile } from "#tests/support/files/zips.ts";
import { answerTo, known } from "./table.ts";

let folder = "";
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "scan-"))));
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(() => void vi.stubEnv("LOG_LEVEL", "silent"));

async function send(name: string, bytes: Buffer, url: string) {
  vi.stubEnv("CLAMD_URL", url);
  const path = join(folder, "sent");
  await writeFile(path, bytes);
  const ready = await prepareFile(path, name, "documents", folder);
  if (!ready.ok) said = refusalWords(ready.reason);
  return ready.ok ? "taken" : ready.reason.because;
}
/** What whoever sent the last file that was not taken is told. */
let said = "";

// Where it is not installed (`apt-get install clamav-daemon`), only what happens without it is tried.
describe.skipIf(!hasClamd)("the real scanner", () => {
  let clamd: Awaited<ReturnType<typeof openClamd>>;
  beforeAll(async () => void (clamd = await openClamd()), 60_000);
  afterAll(() => clamd.close());

  test.each(["tcp", "unix"] as const)(
    "finds by %s what it knows, plain and zipped, and lets go the rest (V5.4.3)",
    async (way) => {
      const url = clamd.urls[way];
      for (const { what, name, bytes } of known) {
        expect(await send(name, bytes, url)).toBe("infected");
        expect(said).toBe(answerTo(what));
      }
      expect(await send("a.docx", anOfficeFile("docx"), url)).toBe("taken");
      expect(await send("a.pdf", Buffer.concat([aPdf("", "% \n".repeat(2_000_000))]), url)).toBe("taken");
    },
  );
});

test("while the scanner does not answer, or says what nobody expects, nothing is taken (V5.4.3, V16.5.3)", async () => {
  expect(await send("a.pdf", aPdf(), "tcp://127.0.0.1:1")).toBe("not-scanned");
  const server = createServer((socket) => socket.on("error", () => undefined).end("stream: what? ERROR\0"));
  await new Promise<void>((listening) => server.listen(join(folder, "other.sock"), listening));
  expect(await send("a.pdf", aPdf(), `unix:${join(folder, "other.sock")}`)).toBe("not-scanned");
  server.close();
  expect(refusalWords({ because: "not-scanned" })).toContain("Add it again in a few minutes.");
});

test("a long file for a slow scanner piles up nothing", async () => {
  const warnings: Error[] = [];
  const note = (warning: Error) => void warnings.push(warning);
  process.on("warning", note);
  const server = createServer((socket) => {
    const slow = setInterval(() => (socket.isPaused() ? socket.resume() : socket.pause()), 2);
    socket.on("data", (bytes: Buffer) => bytes.subarray(-4).equals(Buffer.alloc(4)) && socket.end("stream: OK\0"));
    socket.on("close", () => clearInterval(slow));
  });
  await new Promise<void>((listening) => server.listen(join(folder, "slow.sock"), listening));
  const long = Buffer.concat([aPdf("", "% \n".repeat(2_000_000))]);
  expect(await send("a.pdf", long, `unix:${join(folder, "slow.sock")}`)).toBe("taken");
  server.close();
  process.off("warning", note);
  expect(warnings).toEqual([]);
});

test("where none is set, files are taken without", async () => {
  expect(await send("a.csv", Buffer.from(eicar), "")).toBe("taken");
});

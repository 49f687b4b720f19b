import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { listenForMail } from "#tests/support/smtp-listener.ts";
import { readInvariants, waitForEmptyOutbox } from "../rows.ts";
import type { FaultySite } from "../site.ts";
import type { Visitor } from "../web.ts";
import { aDraft, onSite, othersAreServed, type Line } from "./scene.ts";

const library = ["x86_64", "aarch64"].map((kind) => `/usr/lib/${kind}-linux-gnu/faketime/libfaketime.so.1`);
const each = 4;

/** Jobs on a machine whose clock is an hour ahead, then one whose clock is an hour behind, then one that is right. */
export async function clockScene(): Promise<Line[]> {
  if (!library.some(existsSync)) spawnSync("apt-get", ["install", "-y", "libfaketime"], { stdio: "ignore" });
  const preload = library.find(existsSync);
  if (!preload) return [{ what: "libfaketime is there, or could be installed", is: false }];
  const listener = await listenForMail();
  const settings = { SMTP_URL: listener.url, JOBS: "off" };
  try {
    return await onSite(settings, async (scene) => {
      const { site, visitor } = scene;
      const lines: Line[] = [];
      for (const [turn, shift] of ["+1h", "-1h", ""].entries()) {
        await writeTo(visitor, turn);
        const worker = await startWorker(site, { SMTP_URL: listener.url, preload, shift });
        await wait(8000);
        if (!shift) await waitForEmptyOutbox(site.folder, 60_000, { hurry: true });
        const served = await othersAreServed(scene);
        lines.push({ ...served, what: `jobs ${shift || "on time"}: every page comes` });
        worker.kill("SIGTERM");
        await once(worker, "exit");
        const came = listener.received.length;
        lines.push({
          what: `jobs ${shift || "on time"}: letters so far`,
          is: came <= each * (turn + 1),
          saw: `${came}`,
        });
      }
      const ids = listener.received.map(({ email }) => email.messageId);
      const due = 3 * each;
      const broken = await readInvariantsOf(site);
      return [
        ...lines,
        { what: "no letter is lost", is: new Set(ids).size === due, saw: `${new Set(ids).size} of ${due}` },
        { what: "no letter comes twice", is: ids.length === due, saw: `${ids.length} arrivals` },
        { what: "no invariant is broken", is: broken.length === 0, saw: broken.join("; ") },
      ];
    });
  } finally {
    await listener.close();
  }
}

async function writeTo(visitor: Visitor, turn: number): Promise<void> {
  const write = async (number: number) => {
    const draft = await aDraft(visitor, `Night buses ${turn} ${number}`);
    await visitor.send(`${draft}/email/save`, { email: `author-${turn}-${number}@faults.example` }, 1);
  };
  await Promise.all(Array.from({ length: each }, (_, number) => write(number)));
}

interface Shifted {
  SMTP_URL: string;
  preload: string;
  /** By how much its clock is wrong; "" for not at all. */
  shift: string;
}

async function startWorker(site: FaultySite, { SMTP_URL, preload, shift }: Shifted): Promise<ChildProcess> {
  const wrong = shift ? { LD_PRELOAD: preload, FAKETIME: shift, FAKETIME_DONT_FAKE_MONOTONIC: "1" } : {};
  const env = { ...process.env, DATABASE_URL: await site.databaseUrl(), SECRET: process.env["SECRET"], SMTP_URL };
  const worker = spawn(process.execPath, ["lib/programs/worker.ts"], {
    env: { ...env, DATA_DIR: site.folder, LOG_LEVEL: "silent", ...wrong },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return worker;
}

/** The controls need something published, and here nothing is. */
async function readInvariantsOf({ folder }: FaultySite): Promise<string[]> {
  return (await readInvariants(folder, { controls: false })).filter(Boolean);
}

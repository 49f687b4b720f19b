import { spawn } from "node:child_process";
import { once } from "node:events";
import { findChromium } from "#tests/support/chromium.ts";
import startSite from "#tests/support/site-server.ts";
import { Complaint } from "../launch/complaint.ts";

const install = "apt-get install -y -qq --no-install-recommends";

/** Finds a Chromium for the browser tests or installs one: Debian's for root, otherwise Playwright's own. @throws Complaint */
export async function ensureBrowser(): Promise<void> {
  if (findChromium()) return;
  console.log("Installing Chromium for the browser tests…");
  const isRoot = process.getuid?.() === 0;
  const commands = isRoot
    ? ["apt-get update -qq", `${install} chromium-headless-shell || ${install} chromium`]
    : ["node node_modules/@playwright/test/cli.js install chromium"];
  for (const command of commands)
    await once(spawn("sh", ["-c", command], { stdio: ["ignore", "ignore", "inherit"] }), "exit");
  if (!findChromium()) throw new Complaint("No Chromium could be found or installed. Name one with CHROMIUM_PATH.");
}

/**
 * Starts the site of the browser tests while other tests run, since filling it keeps one core busy for half a minute. Whatever
 * it fails with is the browser tests' failure.
 *
 * @returns what waits for it, runs the tests and stops it
 */
export function beginSite(): <Value>(tests: () => Promise<Value>) => Promise<Value> {
  const starting = hold(startSite());
  return async (tests) => {
    const stop = await starting;
    try {
      return await tests();
    } finally {
      await stop?.();
    }
  };
}

/** What is begun now and waited for later, when whoever waits hears of its failure. */
export function hold<Value>(begun: Promise<Value>): Promise<Value> {
  begun.catch(() => undefined);
  return begun;
}

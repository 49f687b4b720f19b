import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "#tests/support/running-site.ts";
import { openChromium } from "../walk.ts";
import { bidiPage, firefoxSettings, headlessFirefox, listening } from "./bidi.ts";

/** A browser with one page. */
export interface Browser {
  open(address: string): Promise<void>;
  /** @param expression a script whose value is JSON's */
  evaluate<Value>(expression: string): Promise<Value>;
  close(): Promise<void>;
}

const height = 900;
const miniBrowser = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/** Debian's packages for the two that Chromium is not. */
export const needed = {
  "firefox-esr": "firefox-esr",
  WebKitWebDriver: "webkit2gtk-driver",
  "xvfb-run": "xvfb xauth",
};

/** Each opens its browser in a window of a width. WebKitGTK's own is never narrower than 447. */
export const browsers: Record<string, (width: number) => Promise<Browser>> = { Chromium, Firefox, WebKitGTK };

async function Chromium(width: number): Promise<Browser> {
  const browser = await openChromium();
  const page = await browser.newPage({ viewport: { width, height } });
  return {
    open: async (address) => void (await page.goto(address)),
    evaluate: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  };
}

async function Firefox(width: number): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), "casebook-firefox-"));
  await writeFile(join(profile, "user.js"), firefoxSettings);
  const firefox = headlessFirefox(profile);
  const ended = new Promise((resolve) => firefox.once("exit", resolve));
  if (!firefox.stderr) throw new Error("Firefox says nothing");
  const page = await bidiPage(await listening(firefox.stderr));
  await page.send("browsingContext.setViewport", { viewport: { width, height } });
  return {
    open: page.open,
    evaluate: page.evaluate,
    async close() {
      page.close();
      firefox.kill();
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function WebKitGTK(width: number): Promise<Browser> {
  const port = await freePort();
  const screen = ["-a", "-s", "-screen 0 1400x1000x24 -nolisten tcp", "WebKitWebDriver", `--port=${port}`];
  const driver = spawn("xvfb-run", screen, { stdio: "ignore", detached: true });
  const ended = new Promise((resolve) => driver.once("exit", resolve));
  let session = "/session";
  const ask = async (path: string, body?: object, method = "POST"): Promise<unknown> => {
    const sent = body ? { body: JSON.stringify(body) } : {};
    const answer = await fetch(`http://127.0.0.1:${port}${session}${path}`, { method, ...sent });
    const { value } = (await answer.json()) as { value: { error?: string; message?: string } | null };
    if (!answer.ok) throw new Error(`WebKitGTK: ${value?.error}: ${value?.message}`);
    return value;
  };
  const options = { binary: miniBrowser, args: ["--automation"] };
  const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": options } };
  const { sessionId } = (await untilThere(() => ask("", { capabilities }))) as { sessionId: string };
  session = `/session/${sessionId}`;
  await ask("/window/rect", { x: 0, y: 0, width, height });
  return {
    open: async (url) => void (await ask("/url", { url })),
    evaluate: async <Value>(expression: string) =>
      (await ask("/execute/sync", { script: `return (${expression})`, args: [] })) as Value,
    async close() {
      await ask("", undefined, "DELETE");
      if (driver.pid) process.kill(-driver.pid);
      await ended;
    },
  };
}

/** A driver takes a moment to listen. */
async function untilThere<Value>(ask: () => Promise<Value>, tries = 40): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    if (tries < 1 || !(error instanceof TypeError)) throw error;
    await new Promise((resolve) => setTimeout(resolve, 250));
    return untilThere(ask, tries - 1);
  }
}

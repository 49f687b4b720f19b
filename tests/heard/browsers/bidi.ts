import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** A page of a browser that is spoken to by WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/), as Firefox is. */
export interface BidiPage {
  send<Result>(method: string, params: Record<string, unknown>): Promise<Result>;
  /** Calls back with whatever the browser tells of the kind asked for. */
  hear(event: string, each: (told: Record<string, unknown>) => void): Promise<void>;
  /** Opens an address, and comes back when all of it is there. */
  open(address: string): Promise<void>;
  /** @param expression a script whose value is JSON's @throws what the script throws */
  evaluate<Value>(expression: string): Promise<Value>;
  close(): void;
}

interface Message {
  id?: number;
  type: "success" | "error" | "event";
  result?: unknown;
  error?: string;
  message?: string;
  method?: string;
  params?: Record<string, unknown>;
}

/** Where a browser says that it listens. @throws when its output ends before that */
export async function listening(output: Readable): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const [address] = /ws:\/\/[\w.:]+/.exec(line) ?? [];
    if (address) {
      output.resume();
      return address;
    }
  }
  throw new Error("The browser ended before it listened");
}

/** What Firefox is to leave alone: it is to ask nobody for anything but the site, and to open no page of its own. */
export const firefoxSettings = Object.entries({
  "app.update.enabled": false,
  "app.normandy.enabled": false,
  "browser.newtab.preload": false,
  "browser.newtabpage.enabled": false,
  "browser.startup.page": 0,
  "browser.startup.homepage": "about:blank",
  "browser.startup.homepage_override.mstone": "ignore",
  "browser.aboutwelcome.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.formfill.enable": false,
  "signon.rememberSignons": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,",
  "toolkit.telemetry.enabled": false,
  "intl.accept_languages": "en-GB",
  "remote.prefs.recommended": true,
})
  .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
  .join("");

/** Firefox without a screen. */
export function headlessFirefox(profile: string): ChildProcess {
  const args = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"];
  return spawn("firefox-esr", args, { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, HOME: profile } });
}

/** Speaks to the one page that a browser has open. @param address where it listens */
export async function bidiPage(address: string): Promise<BidiPage> {
  const socket = new WebSocket(`${address}/session`);
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", () => reject(new Error(`Nobody answers at ${address}`)));
  });
  const waiting = new Map<number, (message: Message) => void>();
  const listeners = new Map<string, (told: Record<string, unknown>) => void>();
  socket.addEventListener("message", ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else listeners.get(message.method ?? "")?.(message.params ?? {});
  });
  let sent = 0;
  const send = async <Result>(method: string, params: Record<string, unknown>): Promise<Result> => {
    const id = ++sent;
    const answered = new Promise<Message>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const { type, result, error, message } = await answered;
    waiting.delete(id);
    if (type === "error") throw new Error(`${method}: ${error}: ${message}`);
    return result as Result;
  };
  await send("session.new", { capabilities: {} });
  const { contexts } = await send<{ contexts: { context: string }[] }>("browsingContext.getTree", {});
  const context = contexts[0]?.context;
  return {
    send: (method, params) => send(method, method.startsWith("browsingContext.") ? { context, ...params } : params),
    async hear(event, each) {
      listeners.set(event, each);
      await send("session.subscribe", { events: [event] });
    },
    open: async (url) => void (await send("browsingContext.navigate", { context, url, wait: "complete" })),
    async evaluate(expression) {
      const { result, exceptionDetails } = await send<{
        result?: { value?: string };
        exceptionDetails?: { text: string };
      }>("script.evaluate", {
        expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
        target: { context },
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return JSON.parse(result?.value ?? "null");
    },
    close: () => socket.close(),
  };
}

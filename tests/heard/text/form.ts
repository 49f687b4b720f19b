import { spawn } from "node:child_process";
import { siteAddress } from "#tests/support/ask.ts";
import { ensurePrograms } from "#tests/support/installed.ts";
import { listeningProxy } from "../browsers/listening-proxy.ts";
import type { Finding } from "../part.ts";

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const [enter, tab] = ["\r", "\t"];
const patience = 15_000;

/**
 * Has somebody with w3m and a terminal send a form: first with nothing in it, which is refused, then filled in. w3m says where a form
 * comes from in `Referer` alone; so that this is not what a fault of its own would look like, it is tried with `Origin` added too.
 */
export async function form(): Promise<Finding> {
  ensurePrograms({ w3m: "w3m", script: "bsdutils" });
  const { address, close } = await listeningProxy({ saysOrigin: true });
  const fault = await sendAt(address);
  close();
  const alone = await sendAt(siteAddress());
  return {
    figures: [
      ["w3m sends a form where something adds Origin", fault ? "no" : "yes"],
      ["w3m does so alone", alone ? "no" : "yes"],
    ],
    broken: [fault, alone].filter((one) => one !== null),
  };
}

/** @returns what went wrong, in words; null if nothing did */
async function sendAt(address: string): Promise<string | null> {
  const env = { ...process.env, TERM: "xterm", LANG: "C.UTF-8", LINES: "60", COLUMNS: "120" };
  const command = `stty rows 60 cols 120; exec w3m -cookie ${address}/submit/start`;
  const terminal = spawn("script", ["-q", "-c", command, "/dev/null"], { env, stdio: ["pipe", "pipe", "ignore"] });
  const ended = new Promise((resolve) => terminal.once("exit", resolve));
  let shown = "";
  terminal.stdout.on("data", (part: Buffer) => (shown += String(part)));
  const sees = async (words: string) => {
    for (const began = Date.now(); !plain(shown).includes(words.replaceAll(" ", "")); await wait(100))
      if (Date.now() - began > patience) throw new Error(`w3m does not show “${words}”: ${plain(shown).slice(-900)}`);
    shown = "";
  };
  const type = async (...keys: string[]) => {
    for (const key of keys) {
      await wait(250);
      terminal.stdin.write(key);
    }
  };
  /** Looks for words on the page from its top on, and goes to the field or button that follows. */
  const find = (words: string) => type("g", "/", words, enter, tab);
  let fault: string | null = null;
  try {
    await sees("What did you do?");
    await find("Begin to type");
    await type(tab, enter);
    await sees("There is a problem");
    await find("You can change it");
    await type(enter, "Night buses by w3m", enter);
    await find("Begin to type");
    await type(enter, "Thanet", enter);
    await wait(2200);
    await type(tab, enter);
    await sees("Work e-mail address");
  } catch (error) {
    fault = String(error);
  }
  await type("q", "y", enter);
  terminal.stdin.end();
  await Promise.race([ended, wait(3000).then(() => terminal.kill())]);
  return fault;
}

/** What a terminal shows, without how it is painted, nor spaces: it passes over some of them. */
const plain = (painted: string) => painted.replace(/\u001b(?:\[[\d;?]*[A-Za-z]|[()][A-B0]|[=>])|\s+/g, "");

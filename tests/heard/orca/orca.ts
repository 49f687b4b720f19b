import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { siteAddress } from "#tests/support/ask.ts";
import { ensurePrograms } from "#tests/support/installed.ts";
import { differ } from "../differ.ts";
import type { Finding } from "../part.ts";
import { openChromium } from "../walk.ts";
import { openDesktop } from "./desktop.ts";
import { fault, journeys } from "./journeys.ts";
import { listenerAt } from "./listening.ts";

/*
 * What Orca must say of each journey stands beside this, reviewed line by line. ORCA_WRITES=1 writes it anew, to be reviewed again.
 */
const written = (name: string) => join(import.meta.dirname, `${name}.txt`);

/** Has Orca read five journeys aloud, in Firefox and by keyboard, and compares what it says with what was reviewed. */
export async function orca(): Promise<Finding> {
  const registry = "/usr/libexec/at-spi-bus-launcher";
  ensurePrograms({ orca: "orca", "firefox-esr": "firefox-esr", "xvfb-run": "xvfb xauth", xdotool: "xdotool" });
  ensurePrograms({ "dbus-run-session": "dbus", [registry]: "at-spi2-core" });
  const browser = await openChromium();
  const only = process.env["ORCA_ONLY"];
  const figures: [string, string][] = [];
  const broken: string[] = [];
  for (const name of Object.keys(journeys).filter((one) => !only || one === only)) {
    const lines = await listen(browser, name);
    if (process.env["ORCA_WRITES"]) await writeFile(written(name), `${lines.join("\n")}\n`);
    const difference = differ(await expected(name), lines);
    figures.push([`${name}: phrases heard`, `${lines.length}`]);
    if (difference) broken.push(`${name}: ${difference}`);
  }
  const faulty = differ(await expected(fault.journey), await listen(browser, fault.journey, fault.expression));
  figures.push(["a lost label is noticed", faulty ?? "no"]);
  if (!faulty) broken.push("The comparison did not notice a label that was lost");
  await browser.close();
  return { figures, broken };
}

const expected = async (name: string) => (await readFile(written(name), "utf8").catch(() => "")).trimEnd().split("\n");

async function listen(browser: Browser, name: string, breaks?: string): Promise<string[]> {
  const desktop = await openDesktop(`${siteAddress()}/cookies`);
  try {
    await desktop.said(true);
    const listener = listenerAt(desktop, breaks);
    await journeys[name]?.(listener, browser);
    return listener.lines;
  } finally {
    await desktop.close();
  }
}

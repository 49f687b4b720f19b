import { ensurePrograms } from "#tests/support/installed.ts";
import type { Finding } from "../part.ts";
import { browsers as engines, needed } from "./engines.ts";
import { handIn, journeys } from "./journeys.ts";
import { listeningProxy } from "./listening-proxy.ts";

const widths = [1280, 450];

/** Walks the two main journeys in three engines at two widths: nothing may stand in a console, and nothing be refused by the policy. */
export async function browsers(): Promise<Finding> {
  ensurePrograms(needed);
  const { address, close } = await listeningProxy();
  const figures: [string, string][] = [];
  const broken: string[] = [];
  const only = process.env["BROWSER_ONLY"];
  for (const [name, open] of Object.entries(engines).filter(([one]) => !only || one === only)) {
    for (const width of widths) {
      const browser = await open(width);
      for (const [journey, walk] of Object.entries(journeys)) {
        const told: string[] = [];
        const hand = handIn(browser, address, told);
        const fault = await walk(hand).then(() => null, String);
        if (fault) broken.push(`${name} at ${width}: ${journey}: ${fault}`);
        broken.push(...[...new Set(told)].map((line) => `${name} at ${width}: ${journey}: ${line}`));
        figures.push([`${name} at ${width}: ${journey}`, fault ? "failed" : `${told.length} complaints`]);
      }
      const noticed = await plant(browser);
      if (noticed < 3) broken.push(`${name} at ${width}: of three planted faults ${noticed} were noticed`);
      await browser.close();
    }
  }
  close();
  return { figures, broken };
}

/** What must be noticed: a word in the console, a script that is none of ours, and one that throws. @returns how many were */
async function plant(browser: { evaluate<Value>(expression: string): Promise<Value> }): Promise<number> {
  await browser.evaluate(`(() => {
    window.told.length = 0;
    console.error("planted");
    document.body.append(Object.assign(document.createElement("script"), { textContent: "0" }));
    dispatchEvent(new ErrorEvent("error", { message: "planted" }));
    return true; })()`);
  await new Promise((resolve) => setTimeout(resolve, 500));
  return browser.evaluate<number>(`new Set(window.told.map((line) => line.split(": ")[1])).size`);
}

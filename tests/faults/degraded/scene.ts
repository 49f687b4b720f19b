import { rm } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { aPdf } from "#tests/support/files/pdfs.ts";
import { openFaultySite, type FaultySite } from "../site.ts";
import { createVisitor, newTally, type Visitor } from "../web.ts";

/** Something that was promised, whether it was kept, and what was seen. */
export interface Line {
  what: string;
  is: boolean;
  saw?: string;
}

interface Scene {
  site: FaultySite;
  visitor: Visitor;
}

/** Plays a scene on a site with these settings. It is stopped, and its folder gone, afterwards. */
export async function onSite(
  settings: Record<string, string>,
  play: (scene: Scene) => Promise<Line[]>,
): Promise<Line[]> {
  const site = await openFaultySite({ LOG_LEVEL: "silent", TRUSTED_PROXIES: "loopback", ...settings });
  try {
    const lines = await play({ site, visitor: createVisitor(site.address, 1, newTally()) });
    return [...lines, { what: "it stops well", is: (await site.stop()) === 0 }];
  } finally {
    await site.stop();
    await rm(site.folder, { recursive: true, force: true });
  }
}

/** Starts a draft. @returns its address */
export async function aDraft(visitor: Visitor, title = "Night buses"): Promise<string> {
  const start = await visitor.form("/submit/start", "/start/save");
  await wait(2100);
  const fields = { ...start.hidden, title, council: "Thanet District Council" };
  const [place = ""] = await visitor.send(start.action, fields, 1);
  return place.replace(/\/email$/, "");
}

interface Upload {
  status: number;
  /** The words of the page it led to. */
  said: string;
  seconds: number;
}

/** Adds a document to a draft, with something typed beside it. @param kilobytes about how large it is */
export async function upload({ site }: Scene, draft: string, kilobytes: number): Promise<Upload> {
  const page = await (await fetch(`${site.address}${draft}/links`)).text();
  const form = new FormData();
  for (const [, field = "", value = ""] of page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
    form.append(field, value);
  form.append("links.0.title", "Typed beside it");
  form.append("links.0.url", "https://a.example/");
  form.append("documents.add", new File([new Uint8Array(aPdf("", "% \n".repeat(kilobytes * 340)))], "a.pdf"));
  form.append("do", "add");
  const headers = { origin: site.address, "sec-fetch-site": "same-origin" };
  const begun = performance.now();
  const sent = { method: "POST", headers, body: form, redirect: "manual" } as const;
  const answer = await fetch(`${site.address}${draft}/links/attach`, sent);
  const place = answer.headers.get("location") ?? "";
  const said = place ? await (await fetch(new URL(place, site.address))).text() : await answer.text();
  return { status: answer.status, said, seconds: (performance.now() - begun) / 1000 };
}

/** Whether everybody else is served all the same. */
export async function othersAreServed({ site }: Scene): Promise<Line> {
  const paths = ["/", "/case-studies", "/topics", "/submit/start", "/sign-in", "/healthz", "/readyz"];
  const found = await Promise.all(paths.map(async (path) => `${path} ${(await fetch(site.address + path)).status}`));
  const wrong = found.filter((one) => !one.endsWith(" 200"));
  return { what: "every other page comes", is: wrong.length === 0, saw: wrong.join(", ") };
}

/** That a file was not taken, with words that say so, and that what was typed beside it is there. */
export function refusedKindly({ status, said, seconds }: Upload, words: RegExp): Line[] {
  return [
    { what: "who sends a file is told in words what to do", is: status === 303 && words.test(said), saw: `${status}` },
    { what: "what was typed beside it stays", is: said.includes('value="Typed beside it"') },
    { what: "nobody waits longer than half a minute", is: seconds < 30, saw: `${seconds.toFixed(1)} s` },
  ];
}

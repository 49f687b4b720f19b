import { makeCallers } from "./world/callers.ts";
import { checkControls } from "./controls.ts";
import { followEverything } from "./crawl.ts";
import { plant } from "./planting.ts";
import { putRow } from "./put.ts";
import type { AttackedSite } from "./world/site.ts";
import { readBuilt } from "./table/routes.ts";
import { table } from "./table/table.ts";
import { makeThings } from "./world/things.ts";
import { compareKnown } from "./timing.ts";
import { changedSince, readDigest } from "./watch.ts";
import { makeWrongLinks } from "./world/wrong-links.ts";

const mostTold = 60;

/** Asks everything that the table speaks of, and prints figures. @returns whether all was as it says */
export async function runMatrix(site: AttackedSite, only: string): Promise<boolean> {
  const started = performance.now();
  const rows = table.filter(([, route]) => new RegExp(only).test(route));
  const complaints = readBuilt()
    .filter((route) => !table.some(([, tabled]) => tabled === route) && route !== "/icon.svg")
    .map((route) => `${route} is built, and not tabled`);
  const [own, others] = [await makeThings(), await makeThings()];
  const world = { site, own, others, callers: await makeCallers(), wrongLinks: await makeWrongLinks(others) };
  const asked = { gate: 0, renderer: 0 };

  complaints.push(...(await checkControls(world)));
  for (const row of rows) {
    const put = await putRow(row, world);
    complaints.push(...put.complaints);
    asked.gate += put.asked.gate;
    asked.renderer += put.asked.renderer;
  }

  const before = await readDigest();
  const cookie = world.callers.at(-1)?.cookie ?? "";
  const { opened, failed } = await followEverything(site.address, cookie);
  const changed = changedSince(before, await readDigest());
  complaints.push(...failed, ...changed.map((name) => `following every link changed ${name}`));

  const forms = { sent: 0, found: 0 };
  for (const row of rows.filter(
    ([method, , opens]) => method === "POST" && opens !== "nowhere" && opens !== "visitor",
  )) {
    const { wrong, found } = await plant(row, site.address);
    complaints.push(...wrong.map((one) => `POST ${row[1]} with more than is asked: ${one}`));
    forms.sent += 1;
    forms.found += Number(found);
  }

  const signIn = await compareKnown(site.address, "/sign-in/send", "editor");
  const list = await compareKnown(site.address, "/my-case-studies/send", "contributor");
  for (const [name, { ratio, alike }] of Object.entries({ signIn, list }))
    if (!alike || ratio < 0.9 || ratio > 1.1)
      complaints.push(`${name} tells who is known, by its words or in ${ratio} times`);

  for (const complaint of complaints.slice(0, mostTold)) console.log(`  ${complaint}`);
  if (complaints.length > mostTold) console.log(`  and ${complaints.length - mostTold} more`);
  const figures = {
    ...{ rows: rows.length, callers: world.callers.length },
    ...{ "asked through the gate": asked.gate, "asked without it": asked.renderer },
    ...{ "links followed by an administrator": opened, "forms sent with more in them": forms.sent },
    "of them as on their page": forms.found,
    "known to unknown, signing in": signIn.ratio.toFixed(3),
    "known to unknown, own list": list.ratio.toFixed(3),
    ...{ complaints: complaints.length, seconds: Math.round((performance.now() - started) / 1000) },
  };
  for (const [name, figure] of Object.entries(figures)) console.log(`${name}  ${figure}`);
  return complaints.length === 0;
}

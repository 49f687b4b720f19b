import { setTimeout as wait } from "node:timers/promises";
import { db } from "#lib/data/db.ts";
import { askAs } from "#tests/support/editors-site.ts";
import { aPerson } from "#tests/support/people.ts";
import { cookieOf } from "#tests/support/sessions.ts";
import { answersTo } from "../collection.ts";
import { addAccepted, cast, publishAll } from "../publish.ts";
import type { Scene } from "./questions.ts";

const published = 120;

/** Case studies that are read, and others that wait for their publication, each with its title. */
export async function writeCaseStudies(accepted = 4) {
  const words = (number: number) => `Night buses of town ${number}`;
  const texts = Array.from({ length: published + accepted }, (_, number) =>
    answersTo({ id: "", title: words(number), body: "Three towns shared one late timetable for twelve weekends." }),
  );
  const ids = await publishAll(texts.slice(0, published));
  const rows = await db.caseStudy.findMany({ where: { id: { in: ids } }, select: { slug: true } });
  const { author } = await cast();
  const waiting = await addAccepted(texts.slice(published), author.id);
  return {
    addresses: rows.map(({ slug }) => `/case-studies/${slug}`),
    waiting: waiting.map(({ id }, place) => ({ id, title: words(published + place) })),
  };
}

/** Who was at what when the database went away. Every page that is to be kept has been read. */
export async function setScene(address: string, addresses: readonly string[], version: string): Promise<Scene> {
  // What is read while it follows no changes yet counts as old once it does again.
  while (/listener|database/.test(await (await fetch(`${address}/readyz`)).text())) await wait(100);
  const { id } = await aPerson("editor");
  const started = await askAs(address, "", "/submit/start/save", { title: "Night buses", council: "Dorset Council" });
  const kept = [
    ...["/", "/case-studies", "/case-studies?q=night+buses", "/topics", "/about"],
    ...addresses.slice(0, 3),
  ];
  for (const path of kept) await (await fetch(address + path)).text();
  return {
    ...{ kept, unread: addresses.slice(3), version, editor: await cookieOf(id) },
    draft: started.location.replace(/\/email$/, ""),
  };
}

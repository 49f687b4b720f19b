import { setTimeout as wait } from "node:timers/promises";
import { createVisitor, formsIn } from "../forms/visitor.ts";
import type { Target } from "./sqlmap.ts";

/** Something that each parameter of a listing finds case studies with, so that what is added to it would show. */
const listing: Record<string, string> = {
  ...{ q: "buses", topic: "libraries", support: "training", region: "north-west", type: "county" },
  ...{ outcome: "worked", evidence: "description", from: "2019-01", to: "2026-01", sort: "title" },
};

const one = (path: string, name: string, value: string): Target => ({
  path: `${path}?${new URLSearchParams({ [name]: value })}`,
});

export interface Targets {
  /** Where scanners that look for themselves begin. */
  pages: string[];
  /** Every parameter of the listing, its feeds, the API and the other searches. */
  addresses: Target[];
  forms: Target[];
}

/** What a stranger can send, with a draft of their own; and what is in it for each parameter. @param port of the site itself */
export async function findTargets(port: number): Promise<Targets> {
  const visit = createVisitor(port);
  const values: Record<string, string> = { ...listing, ...(await chosenValues(visit)) };
  const slug = /href="\/case-studies\/([a-z0-9-]+)"/.exec((await visit("/case-studies")).text)?.[1] ?? "";
  const draft = await startDraft(visit);
  const pages = [
    ...["/case-studies?q=buses&topic=libraries&sort=title&page=1", "/councils?q=leeds", "/sign-in", "/my-case-studies"],
    ...["/alerts/new?topic=libraries", "/submit/start", "/api", "/api/v1/case-studies?q=buses&limit=2"],
    ...[`/case-studies/${slug}/suggest`, `/case-studies/${slug}/problem`, `${draft}/challenge`, `${draft}/email`],
  ];
  const all = Object.entries(values);
  return {
    pages,
    addresses: [
      ...all.map(([name, value]) => one("/case-studies", name, value)),
      one("/case-studies", "page", "2"),
      // Feeds and the API read the same query.
      ...["atom", "json", "csv"].map((dress) => one(`/case-studies.${dress}`, "topic", "libraries")),
      // Words searched for find something else with every word more, which takes some ruling out: in one of them.
      one("/case-studies.atom", "q", "buses"),
      ...[one("/api/v1/case-studies", "topic", "libraries"), one("/api/v1/case-studies", "limit", "2")],
      ...[one("/api/v1/case-studies", "cursor", "2"), one("/api/v1/suggest", "q", "lib")],
      ...[one("/councils", "q", "leeds"), one("/alerts/new", "topic", "libraries")],
    ],
    forms: await formTargets(
      visit,
      [...pages.slice(2, 6), ...pages.slice(8)].filter((page) => !page.startsWith("/api")),
    ),
  };
}

type Visit = ReturnType<typeof createVisitor>;

/** What can be chosen in the filters that have no fixed choices. */
async function chosenValues(visit: Visit): Promise<Record<string, string>> {
  const { text } = await visit("/case-studies");
  const first = (name: string) =>
    new RegExp(`name="${name}"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="${name}"`).exec(text);
  const names = ["support", "region", "type", "council", "collection", "cost", "evidence", "outcome"];
  const found = names.map((name) => [name, first(name)?.slice(1).find(Boolean) ?? ""] as const);
  const missing = found.filter(([, value]) => !value).map(([name]) => name);
  if (missing.length) throw new Error(`The listing offers nothing to choose for ${missing.join()}`);
  return { ...Object.fromEntries(found), like: "Leeds City Council" };
}

async function startDraft(visit: Visit): Promise<string> {
  const [start] = formsIn((await visit("/submit/start")).text).filter(({ action }) => action.endsWith("/start/save"));
  // Whoever is quicker is taken for a program.
  await wait(2100);
  const typed = new Map([
    ...(start?.fields ?? []),
    ["title", "Night buses"],
    ["council", "Thanet District Council"],
  ] as const);
  const body = {
    type: "application/x-www-form-urlencoded",
    bytes: Buffer.from(new URLSearchParams([...typed]).toString()),
  };
  const { headers } = await visit("/submit/start/save", { body });
  const draft = (headers.location ?? "").replace(/\/email$/, "");
  if (!draft.startsWith("/submit/")) throw new Error(`No draft was started: ${headers.location}`);
  return draft;
}

/** The forms of some pages, filled in so that they are taken. Ticks and buttons have one value each. */
async function formTargets(visit: Visit, pages: readonly string[]): Promise<Target[]> {
  const typed: Record<string, string> = {
    email: "somebody@council.example",
    do: "save",
    title: "Night buses",
    council: "Thanet District Council",
  };
  const targets: Target[] = [];
  for (const page of pages) {
    for (const { action, fields } of formsIn((await visit(page)).text)) {
      if (!action.startsWith("/") || action === "/sign-in/demonstration" || targets.some(({ path }) => path === action))
        continue;
      const named = fields.map(([name, value]) => [name, typed[name] ?? (value || "words")] as const);
      // What only a program fills in stays empty.
      const form = [...new Map(named.filter(([name]) => name && !["website", "subject"].includes(name)))];
      if (form.length) targets.push({ path: action, form });
    }
  }
  return targets;
}

import { setTimeout as wait } from "node:timers/promises";
import { posts } from "#lib/http/posts.ts";
import { formsIn, type Form, type Visit } from "./visitor.ts";

const sections = [
  "about",
  "facts",
  "challenge",
  "solution",
  "impact",
  "sustained",
  "lessons",
  "links",
  "images",
  "contact",
];
const editors = [
  ...[
    "",
    "/queue",
    "/history",
    "/suggestions",
    "/synonyms",
    "/people",
    "/imports",
    "/upkeep",
    "/catalogue",
    "/reports",
  ],
  ...[
    "/catalogue/topics",
    "/catalogue/support-types",
    "/catalogue/retag",
    "/catalogue/collections",
    "/catalogue/councils",
  ],
].map((path) => `/editor${path}`);
const most = 150;

export interface Harvest {
  forms: Form[];
  cookie: string;
  /** The address of a draft of ours. */
  draft: string;
}

/** Every form that can be reached: with a draft of our own, and signed in as an editor. Those with no page among them are made up. */
export async function harvest(visit: Visit): Promise<Harvest> {
  const form = (fields: [string, string][]) => ({
    type: "application/x-www-form-urlencoded",
    bytes: Buffer.from(new URLSearchParams(fields).toString()),
  });
  const [demonstration] = formsIn((await visit("/sign-in")).text).filter(({ action }) =>
    action.endsWith("demonstration"),
  );
  const entered = await visit(demonstration?.action ?? "", { body: form(demonstration?.fields ?? []) });
  const cookie = (entered.headers["set-cookie"] ?? []).map((line) => line.split(";", 1)[0]).join("; ");

  const [start] = formsIn((await visit("/submit/start")).text).filter(({ action }) => action.endsWith("/start/save"));
  await wait(2100);
  const kept = (start?.fields ?? []).filter(([name]) => !["title", "council"].includes(name));
  const fields: [string, string][] = [...kept, ["title", "Night buses"], ["council", "Thanet District Council"]];
  const started = await visit("/submit/start/save", { body: form(fields) });
  const draft = (started.headers.location ?? "").replace(/\/email$/, "");

  const slug = /href="\/case-studies\/([a-z0-9-]+)"/.exec((await visit("/case-studies")).text)?.[1] ?? "";
  const pages = [
    ...["/sign-in", "/my-case-studies", "/alerts/new?topic=libraries", "/submit/start", "/submit/word"],
    ...[
      `/case-studies/${slug}/suggest`,
      `/case-studies/${slug}/problem`,
      `${draft}/email`,
      `${draft}/check`,
      `${draft}/erase`,
    ],
    ...sections.map((section) => `${draft}/${section}`),
    ...editors,
  ];
  const forms = new Map<string, Form>();
  const seen = new Set(pages);
  for (const page of seen) {
    const { text } = await visit(page, { cookie });
    for (const one of formsIn(text)) if (one.action.startsWith("/")) forms.set(one.action, one);
    if (!page.startsWith("/editor")) continue;
    for (const [, link = ""] of text.matchAll(/href="(\/editor\/(?:review|catalogue|people|imports)[^"#?]*)"/g))
      if (seen.size < most) seen.add(link);
  }
  const missing = posts.filter((address) => ![...forms.keys()].some((action) => address.test(action)));
  for (const action of missing.map(madeUp))
    forms.set(action, {
      action,
      fields: [
        ["key", ""],
        ["basedOn", "1"],
      ],
    });
  // Either would end what is behind it for all the forms that follow.
  const endings = ["/sign-in/out", `${draft}/erase`];
  const lasting = [...forms.values()].filter(({ action }) => !endings.some((ending) => action.startsWith(ending)));
  return { forms: lasting, cookie, draft };
}

/** An address of a shape, with links that nobody has. */
function madeUp(address: RegExp): string {
  return address.source
    .replace(/^\^|\$$/g, "")
    .replaceAll("\\/", "/")
    .replaceAll("[\\w-]{43}", "t".repeat(43))
    .replaceAll("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", "00000000-0000-4000-8000-000000000000")
    .replaceAll(/\[a-z(?:0-9-)?\]\+/g, "about")
    .replaceAll(/\(([^|)]+)\|[^)]*\)/g, "$1");
}

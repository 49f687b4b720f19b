import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { roles } from "#lib/domain/people/changes.ts";
import { states } from "#lib/domain/workflow/states.ts";
import { readSources } from "./imports.ts";

const sources = readSources();

/** What each room may import from, besides itself. A longer path wins over a shorter one. */
const arrows: Record<string, readonly string[]> = {
  app: ["components", "lib/domain", "lib/http", "lib/data", "lib/commands", "lib/auth", "lib/feeds", "lib/transfer"],
  components: ["lib/domain", "lib/http"],
  "lib/domain": [],
  "lib/ops": [],
  "lib/http": ["lib/domain", "lib/ops"],
  "lib/data": ["lib/domain", "lib/ops", "prisma/client"],
  "lib/mail": ["lib/data", "lib/domain", "lib/ops"],
  "lib/commands": ["lib/mail", "lib/feeds", "lib/data", "lib/domain", "lib/ops", "prisma/client"],
  "lib/feeds": ["lib/data", "lib/domain", "lib/http"],
  "lib/auth": ["lib/data", "lib/domain", "lib/ops", "prisma/client"],
  "lib/transfer": ["lib/commands", "lib/data", "lib/domain", "lib/ops"],
  "lib/jobs": ["lib/commands", "lib/data", "lib/domain", "lib/ops"],
  "lib/gate": ["lib/data", "lib/domain", "lib/ops"],
  "lib/programs": [
    ...[
      "lib/gate",
      "lib/http",
      "lib/jobs",
      "lib/transfer",
      "lib/commands",
      "lib/data",
      "lib/domain",
      "lib/ops",
      "prisma",
    ],
  ],
  public: [],
  prisma: ["lib/commands", "lib/data", "lib/domain", "lib/ops", "prisma/client"],
};

/** Files that may do what their room may not, and why. The list only shrinks. */
const exemptions: Record<string, string> = {
  "lib/programs/check/browser.ts": "finds the browser and begins the site the way the browser tests do",
};

const roomOf = (path: string) =>
  Object.keys(arrows)
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .toSorted((a, b) => b.length - a.length)[0];

describe("every import follows an arrow between rooms", () => {
  test.each(sources.map(({ path, imports }) => ({ path, imports })))("$path", ({ path, imports }) => {
    const room = roomOf(path);
    expect(room, "lies in no room").toBeDefined();
    if (path in exemptions) return;
    const allowed = [room, ...(arrows[room ?? ""] ?? [])];
    const ours = imports.filter((one) => /^(app|components|lib|prisma|tests|public)\//.test(one));
    expect(ours.filter((one) => !allowed.some((place) => one.startsWith(`${place}/`)))).toEqual([]);
  });
});

test("an arrow the wrong way would be seen", () => {
  expect(roomOf("lib/data/db.ts")).toBe("lib/data");
  expect(arrows["lib/domain"]).not.toContain("lib/data");
  expect(sources.length).toBeGreaterThan(80);
  expect(sources.find(({ path }) => path === "lib/data/directory/listings.ts")?.imports).toContain(
    "prisma/client/client.ts",
  );
});

test("Prisma is used in the data layer and by commands only", () => {
  const users = sources.filter(({ text }) =>
    /\$(queryRaw|executeRaw|transaction)|\b(db|primary|tx|queries)\.[a-z]\w*\.(find|create|update|delete|count|upsert)/.test(
      text,
    ),
  );
  expect(users.map(({ path }) => path).filter((path) => !/^(lib\/data|lib\/commands|prisma)\//.test(path))).toEqual([]);
});

test("the domain imports nothing but itself, zod, and diff, which compares two lists and does nothing else", () => {
  const pure = ["zod", "diff"];
  const foreign = sources
    .filter(({ path }) => path.startsWith("lib/domain/"))
    .flatMap(({ imports }) => imports.filter((one) => !one.startsWith("lib/domain/") && !pure.includes(one)));
  expect(foreign).toEqual([]);
});

test("the domain and the components never look at the clock or at chance", () => {
  const users = sources.filter(
    ({ path, text }) =>
      /^(lib\/domain|components)\//.test(path) && /\bDate\.now\(|new Date\(\)|Math\.random|randomUUID/.test(text),
  );
  expect(users.map(({ path }) => path)).toEqual([]);
});

test("commands know nothing of the web", () => {
  const users = sources.filter(
    ({ path, text, imports }) =>
      path.startsWith("lib/commands/") &&
      (imports.some((one) => /^(next|react)/.test(one)) || /\bFormData\b/.test(text)),
  );
  expect(users.map(({ path }) => path)).toEqual([]);
});

test("pages compare no state of a version and no role", () => {
  const names = [...states, ...roles.map(({ key }) => key)].join("|");
  const compares = new RegExp(`\\.(state|role)\\s*[!=]==|\\b(state|role)\\s*[!=]==\\s*"(?:${names})"`);
  const users = sources.filter(({ path, text }) => /^(app|components)\//.test(path) && compares.test(text));
  expect(users.map(({ path }) => path)).toEqual([]);
  for (const door of ['({ state }) => state === "published"', 'if (role !== "editor")', "version.state === other"])
    expect(door).toMatch(compares);
});

test("no file is a drawer or a barrel, and none is long", () => {
  expect(
    sources.filter(({ path }) => /\/(utils?|helpers?|common|misc|index)(\/|\.)/.test(path)).map(({ path }) => path),
  ).toEqual([]);
  expect(sources.filter(({ lines }) => lines > 300).map(({ path, lines }) => `${path} ${lines}`)).toEqual([]);
});

test("half of all files have 50 lines or fewer, and 95 of 100 have 150 or fewer", () => {
  const lines = sources.map((source) => source.lines).toSorted((a, b) => a - b);
  expect(lines[Math.floor(lines.length / 2)]).toBeLessThanOrEqual(50);
  expect(lines[Math.floor(lines.length * 0.95)]).toBeLessThanOrEqual(150);
});

test("no folder holds more than 12 files", () => {
  const folders = Map.groupBy(sources, ({ path }) => path.slice(0, path.lastIndexOf("/")));
  const full = [...folders].filter(([, files]) => files.length > 12);
  expect(full.map(([folder, files]) => `${folder} ${files.length}`)).toEqual([]);
});

test("the root holds what was agreed and what a tool insists on finding there", () => {
  const agreed = [
    ...["app", "components", "lib", "prisma", "public", "tests", "next.config.ts", "package.json", "package-lock.json"],
    ...[
      "tsconfig.json",
      "README.md",
      "LICENSE",
      "Dockerfile",
      "compose.yaml",
      "node_modules",
      "next-env.d.ts",
      "tsconfig.tsbuildinfo",
      "test-results",
    ],
  ];
  expect(readdirSync(".").filter((name) => !name.startsWith(".") && !agreed.includes(name))).toEqual([]);
});

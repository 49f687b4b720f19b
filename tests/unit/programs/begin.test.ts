import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { forGate } from "#lib/programs/launch/processes/v8.mjs";

const programs = "lib/programs";
const lock = JSON.stringify({ packages: { "": {}, "node_modules/one": { version: "2.0.0" } } });
/** Takes its time, notes when it begins and ends, and leaves an installation as npm does: its record comes last. */
const npm = `
  import { appendFileSync, cpSync, mkdirSync, rmSync } from "node:fs";
  appendFileSync("npm.log", "begins ");
  rmSync("node_modules", { recursive: true, force: true });
  await new Promise((resolve) => setTimeout(resolve, 700));
  mkdirSync("node_modules");
  cpSync("package-lock.json", "node_modules/.package-lock.json");
  appendFileSync("npm.log", "ends ");
`;

/** A site whose lock file names what is not installed. */
async function aSiteToInstall(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "casebook-begin-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const files = {
    ...{ "package.json": `{ "type": "module" }`, "package-lock.json": lock, "npm.mjs": npm },
    [`${programs}/start.ts`]: `console.log(process.execArgv.join(" "))`,
    ...{
      "prisma/schema.prisma": "",
      "prisma/client/client.ts": "",
      [`${programs}/hello.ts`]: `console.log("hello", ...process.execArgv)`,
    },
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  await mkdir(join(root, programs, "launch", "processes"), { recursive: true });
  for (const path of ["begin.mjs", "launch/processes/lock.mjs", "launch/processes/v8.mjs"])
    await copyFile(join(programs, path), join(root, programs, path));
  return root;
}

async function begin(root: string, program = "hello") {
  const env = { ...process.env, npm_execpath: join(root, "npm.mjs") };
  const child = spawn(process.execPath, [join(root, programs, "begin.mjs"), program], { env });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (printed += String(chunk)));
  const [code] = (await once(child, "close")) as [number];
  return { code, printed };
}

test("of commands that begin at once, one installs and the others wait for it, and then nobody installs again", async () => {
  const root = await aSiteToInstall();
  const outcomes = await Promise.all([begin(root), begin(root), begin(root)]);
  expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
  for (const { printed } of outcomes) expect(printed).toMatch(/^hello$/m);
  expect(outcomes.filter(({ printed }) => printed.includes("Another command is installing"))).toHaveLength(2);
  expect(await begin(root)).toEqual({ code: 0, printed: "hello\n" });
  expect(await readFile(join(root, "npm.log"), "utf8")).toBe("begins ends ");
  // Of what V8 is told for the gate, other programs are told nothing.
  expect(await begin(root, "start")).toEqual({ code: 0, printed: `${forGate.join(" ")}\n` });
});

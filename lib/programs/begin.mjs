// @ts-check
/*
 * The first step of every command. It is the only program that must run under whatever Node the machine has: it installs
 * what the lock file names, which brings the right Node with it, and hands over to the program that was asked for.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { lockFolder } from "./launch/processes/lock.mjs";
import { forGate } from "./launch/processes/v8.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const modules = join(root, "node_modules");
const [program = "start", ...rest] = process.argv.slice(2);

process.chdir(root);
if (!isReady()) await prepare();
handOver(findNode());

function isReady() {
  return isInstalled() && isGenerated();
}

/** Of several commands that begin at once, one installs; npm would have each delete what another has just put there. */
async function prepare() {
  const letGo = await takeTurn();
  if (!isInstalled()) await install();
  if (!isGenerated()) await generate(findNode());
  letGo();
}

async function takeTurn() {
  for (let waits = false; ; waits = true) {
    const letGo = await lockFolder(root, "install");
    if (letGo) return letGo;
    if (!waits) console.log("Another command is installing what the site needs. Waiting for it…");
    await wait(250);
  }
}

/** Whether node_modules holds just what the lock file names. npm writes its own record last, so half an installation has none. */
function isInstalled() {
  const record = join(modules, ".package-lock.json");
  if (!existsSync(record)) return false;
  const installed = packagesOf(record);
  const wanted = packagesOf(join(root, "package-lock.json"));
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    const found = installed[path]?.version;
    return path === "" || found === version || (optional && found === undefined);
  });
}

/** @param {string} file @returns {Record<string, { version: string, optional?: boolean }>} */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

/** With what only building and checking need, which npm leaves out by itself where NODE_ENV is production. */
async function install() {
  console.log("Installing what the site needs (about a minute, only when it has changed)…");
  const npm = process.env["npm_execpath"];
  const [command, ...args] = npm ? [process.execPath, npm] : ["npm"];
  await run(
    command ?? "npm",
    [...args, "ci", "--include=dev", "--loglevel=error", "--no-audit", "--no-fund"],
    "The installation failed.",
  );
}

function findNode() {
  const shipped = join(modules, ".bin", "node");
  if (existsSync(shipped)) return shipped;
  const [major = 0] = process.versions.node.split(".").map(Number);
  if (major >= 26) return process.execPath;
  return stop(`Node 26 or newer is needed on this system; this is Node ${process.versions.node}.`);
}

function isGenerated() {
  const client = join(root, "prisma", "client", "client.ts");
  return existsSync(client) && statSync(client).mtimeMs >= statSync(join(root, "prisma", "schema.prisma")).mtimeMs;
}

/** @param {string} node */
async function generate(node) {
  const prisma = join(modules, "prisma", "build", "index.js");
  await run(
    node,
    [prisma, "generate", "--config", "prisma/prisma.config.ts"],
    "The database client could not be generated.",
    "ignore",
  );
}

/**
 * Meanwhile this process goes on answering whoever asks whether the lock is still held.
 *
 * @param {string} command @param {string[]} args @param {string} complaint @param {"inherit" | "ignore"} output
 */
async function run(command, args, complaint, output = "inherit") {
  const child = spawn(command, args, { stdio: ["ignore", output, "inherit"] });
  const [code] = await once(child, "exit").catch(() => [null]);
  if (code !== 0) stop(complaint);
}

/** @param {string} complaint @returns {never} */
function stop(complaint) {
  console.error(complaint);
  process.exit(1);
}

/** The channel lets the program notice when this one is gone. Ctrl-C reaches both; a TERM is passed on. @param {string} node */
function handOver(node) {
  const path = `${join(modules, ".bin")}${delimiter}${process.env["PATH"]}`;
  // Prisma loads relations side by side on one connection, of which pg warns once in every process.
  const options = `${process.env["NODE_OPTIONS"] ?? ""} --disable-warning=DeprecationWarning`.trim();
  // Beside what it is compiled from, where only those may write who may change that as well.
  const compiled = process.env["NODE_COMPILE_CACHE"] ?? join(modules, ".cache", "node");
  const env = { ...process.env, PATH: path, NODE_OPTIONS: options, NODE_COMPILE_CACHE: compiled };
  const file = join(root, "lib", "programs", `${program}.ts`);
  const flags = program === "start" ? forGate : [];
  const child = spawn(node, [...flags, file, ...rest], { stdio: ["inherit", "inherit", "inherit", "ipc"], env });
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 128 + constants.signals[signal] : 1)));
}

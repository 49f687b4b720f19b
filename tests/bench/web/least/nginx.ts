import { spawn, spawnSync } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "#tests/support/running-site.ts";
import { ending } from "../ending.ts";
import type { Begun, Target } from "../target.ts";

export const hasNginx = () => !spawnSync("nginx", ["-v"]).error;

/**
 * nginx with one worker and a folder of its own.
 *
 * @param settingsOf what stands in its http block, given that folder
 */
export async function startNginx(begun: Begun, settingsOf: (folder: string) => string) {
  const folder = await mkdtemp(join(tmpdir(), "casebook-nginx-"));
  begun.defer(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  const kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const settings = `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/errors;
    events { worker_connections 512; }
    http { access_log off; sendfile on; keepalive_requests 10000000; types { text/html html; text/css css; }
      ${kinds.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(" ")}
      ${settingsOf(folder)} }`;
  await writeFile(join(folder, "settings"), settings);
  const server = spawn("nginx", ["-c", join(folder, "settings"), "-e", join(folder, "errors")], { stdio: "ignore" });
  begun.defer(ending(server));
  await wait(500);
  return { folder, pid: server.pid ?? 0 };
}

/** A page as a file that is compressed already. */
export async function startNginxFile(begun: Begun, gzip: Buffer) {
  const port = await freePort();
  const server = await startNginx(
    begun,
    (folder) => `server { listen 127.0.0.1:${port}; root ${folder}; gzip_static always; }`,
  );
  await writeFile(join(server.folder, "page.html.gz"), gzip);
  await writeFile(join(server.folder, "page.html"), "");
  return { ...server, url: `http://127.0.0.1:${port}/page.html` };
}

/** nginx in front of a target, keeping every page for ten minutes whatever the target says of it. */
export async function startNginxCache(begun: Begun, behind: Target): Promise<Target[]> {
  const port = await freePort();
  const { origin } = new URL(behind.listOf({}));
  const server = await startNginx(
    begun,
    (folder) => `proxy_cache_path ${folder}/cache keys_zone=pages:10m;
      server { listen 127.0.0.1:${port};
        location / { proxy_pass ${origin}; proxy_http_version 1.1; proxy_cache pages; proxy_cache_valid 200 10m;
          proxy_ignore_headers Cache-Control Expires Vary; proxy_cache_key $request_uri$http_accept_encoding; } }`,
  );
  const moved = (url: string) => url.replace(origin, `http://127.0.0.1:${port}`);
  return [
    {
      name: "nginx cache, Casebook behind",
      listOf: (asked) => moved(behind.listOf(asked)),
      caseStudyOf: (slug) => moved(behind.caseStudyOf(slug)),
      pids: [server.pid, ...behind.pids],
    },
  ];
}

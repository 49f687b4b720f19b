import { spawn, spawnSync } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "#tests/support/running-site.ts";

/** nginx with one worker that serves a page as a file that is compressed already; null where there is no nginx. */
export async function startNginx(gzip: Buffer) {
  if (spawnSync("nginx", ["-v"]).error) return null;
  const folder = await mkdtemp(join(tmpdir(), "casebook-nginx-"));
  await chmod(folder, 0o755);
  const port = await freePort();
  await writeFile(join(folder, "page.html.gz"), gzip);
  await writeFile(join(folder, "page.html"), "");
  const settings = `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/errors;
    events { worker_connections 512; }
    http { access_log off; sendfile on; keepalive_requests 10000000; types { text/html html; }
      server { listen 127.0.0.1:${port}; root ${folder}; gzip_static always; } }`;
  await writeFile(join(folder, "settings"), settings);
  const server = spawn("nginx", ["-c", join(folder, "settings")], { stdio: "ignore" });
  await wait(500);
  const stop = async () => {
    server.kill();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: `http://127.0.0.1:${port}/page.html`, pid: server.pid ?? 0, stop };
}

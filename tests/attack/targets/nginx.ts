import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "#tests/support/running-site.ts";
import { hasTool } from "../tools.ts";

/** Debian's is installed where it is not and that is allowed. */
export const hasNginx = () => hasTool("nginx");

/** A proxy as it stands in front of most sites, which keeps its connections to the site open. Closing gives what it has logged. */
export async function openNginx(sitePort: number): Promise<{ port: number; close: () => Promise<string> }> {
  const folder = await mkdtemp(join(tmpdir(), "casebook-nginx-"));
  const port = await freePort();
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  await writeFile(
    join(folder, "nginx.conf"),
    `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1; events {}
     http { access_log ${folder}/access.log; ${temporary.join(" ")}
       upstream site { server 127.0.0.1:${sitePort}; keepalive 8; }
       server { listen 127.0.0.1:${port}; ignore_invalid_headers off; large_client_header_buffers 8 160k;
         location / { proxy_pass http://site; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host $host;
           proxy_set_header X-Forwarded-For $remote_addr; } } }`,
  );
  const nginx = spawn("nginx", ["-p", folder, "-c", "nginx.conf"], { stdio: "ignore" });
  for (let tried = 0; tried < 50; tried += 1) {
    if (
      await fetch(`http://127.0.0.1:${port}/healthz`).then(
        () => true,
        () => false,
      )
    )
      break;
    await wait(100);
  }
  return {
    port,
    async close() {
      const ended = new Promise((resolve) => nginx.once("exit", resolve));
      nginx.kill("SIGTERM");
      await ended;
      const seen = await readFile(join(folder, "access.log"), "utf8");
      await rm(folder, { recursive: true, force: true });
      return seen;
    },
  };
}

import { execFile } from "node:child_process";
import { access, chmod, cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { freePort } from "#tests/support/running-site.ts";
import type { Content } from "../content.ts";
import { hasNginx, startNginx } from "../least/nginx.ts";
import { queryOf, type Begun, type Target } from "../target.ts";
import { hasMariadb, startMariadb } from "./mariadb.ts";
import { findPhpFpm, startPhpFpm } from "./php.ts";

const run = promisify(execFile);
const program = "/usr/share/wordpress";
const ours = fileURLToPath(new URL(".", import.meta.url));
const names = { words: "s", topic: "topic", support: "support", page: "paged" };

/** WordPress with the same case studies, once as it is and once keeping pages; or what has to be installed for it. */
export async function startWordpress(begun: Begun, content: Content): Promise<Target[] | string> {
  const php = await findPhpFpm();
  const isThere = await access(program).then(
    () => true,
    () => false,
  );
  if (!php || !isThere || !hasMariadb() || !hasNginx())
    return "apt-get install wordpress mariadb-server php-fpm php-mysql nginx";

  const folder = await mkdtemp(join(tmpdir(), "casebook-wordpress-"));
  begun.defer(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  await lay(folder);
  const mariadb = await startMariadb(begun, folder);
  await fill(folder, content);
  const fpm = await startPhpFpm(begun, php, folder);
  const ports = { plain: await freePort(), keeping: await freePort() };
  const nginx = await startNginx(begun, () =>
    [serverOf(ports.plain, "off"), serverOf(ports.keeping, "on")].map((one) => one(folder, fpm.socket)).join("\n"),
  );
  const pids = [nginx.pid, fpm.pid, mariadb];
  return [
    { ...targetAt(ports.plain, "WordPress"), pids, slow: true },
    { ...targetAt(ports.keeping, "WordPress, pages kept"), pids },
  ];
}

/** The program as Debian brings it, with our settings, theme and page cache in place of its own. */
async function lay(folder: string) {
  const site = join(folder, "site");
  await mkdir(join(folder, "pages"));
  await cp(program, site, { recursive: true, dereference: true });
  await rm(join(site, "wp-content"), { recursive: true });
  await cp(join(ours, "theme"), join(site, "wp-content", "themes", "case-studies"), { recursive: true });
  await cp(join(ours, "wp-config.php"), join(site, "wp-config.php"));
  await cp(join(ours, "advanced-cache.php"), join(site, "wp-content", "advanced-cache.php"));
  await cp(join(ours, "fill.php"), join(folder, "fill.php"));
}

async function fill(folder: string, content: Content) {
  const file = join(folder, "content.json");
  await writeFile(file, JSON.stringify(content));
  const { stdout } = await run("php", [join(folder, "fill.php"), file], { maxBuffer: 2 ** 26 });
  if (!stdout.endsWith(String(content.posts.length))) throw new Error(`WordPress was not filled: ${stdout}`);
}

const serverOf = (port: number, cache: "on" | "off") => (folder: string, socket: string) =>
  `server { listen 127.0.0.1:${port}; root ${folder}/site; index index.php; gzip on;
    location / { try_files $uri $uri/ /index.php?$args; }
    location ~ \\.php$ { include /etc/nginx/fastcgi_params; fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
      fastcgi_param PAGE_CACHE ${cache}; fastcgi_pass unix:${socket}; } }`;

function targetAt(port: number, name: string): Omit<Target, "pids"> {
  const address = `http://127.0.0.1:${port}/`;
  return {
    name,
    listOf: (asked) => address + queryOf(asked, names),
    caseStudyOf: (slug) => `${address}${slug}/`,
  };
}

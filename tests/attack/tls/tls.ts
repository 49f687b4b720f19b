/*
 * Whether the nginx of compose.yaml that speaks TLS does so as it should: nothing older than TLS 1.2, no weakness that testssl.sh
 * knows, and word to browsers to insist on it for a year at least, with subdomains, also of what nginx answers by itself (V12.1.1, V12.2.1).
 *
 *   npm run test:long -- tls
 *
 * Nor may a reader choose for whom, under which id or in which trace the site is asked, through that nginx or the one behind it.
 *
 * It runs those settings with a certificate of this machine's own, asks testssl.sh, and then once more with an old protocol allowed
 * and with readers' word believed, which has to be seen. Takes about two minutes. It needs nginx, openssl and testssl.sh, which it installs where it may.
 */
import { execFile, execFileSync, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { securityFields } from "#lib/gate/headers.ts";
import { makeCertificate } from "../headers/tools.ts";
import { freePort } from "#tests/support/running-site.ts";
import { lookAtHeads, settingsOf, trusting } from "./reference.ts";

interface Finding {
  id: string;
  severity: string;
  finding: string;
}

const programs = { nginx: "nginx", testssl: "testssl.sh" };
const year = 365;
const folder = await mkdtemp(join(tmpdir(), "casebook-tls-"));
const complaints: string[] = [];

function needs(program: string, bundle: string): void {
  const isThere = () => {
    try {
      return Boolean(execFileSync("which", [program]));
    } catch {
      return false;
    }
  };
  if (isThere()) return;
  if (process.getuid?.() === 0)
    execFileSync("apt-get", ["install", "-y", "--no-install-recommends", bundle], { stdio: "ignore" });
  if (isThere()) return;
  console.error(`Not run: apt-get install ${bundle}`);
  process.exit(1);
}

/** The settings as they are in compose.yaml, with the places and ports of this machine. */
async function settings(behind: number, tls: number, plain: number): Promise<string> {
  const said = execFileSync("sh", ["-c", "nginx -v 2>&1"], { encoding: "utf8" });
  const minor = Number(/nginx\/1\.(\d+)/.exec(said)?.[1]);
  const content = (await settingsOf("tls"))
    .replaceAll("/etc/nginx/tls/fullchain.pem", join(folder, "cert.pem"))
    .replaceAll("/etc/nginx/tls/privkey.pem", join(folder, "key.pem"))
    .replace("http://front:81", `http://127.0.0.1:${behind}`)
    .replace("listen 443 ssl;", `listen 127.0.0.1:${tls} ssl;`)
    .replace("listen 80;", `listen 127.0.0.1:${plain};`)
    // Before 1.25 this was said in another line.
    .replace("http2 on;", minor < 25 ? "" : "http2 on;");
  return content;
}

async function runNginx(text: string, name = "tls") {
  const file = join(folder, `${name}.conf`);
  await writeFile(file, `daemon off; pid ${folder}/${name}.pid; error_log ${folder}/errors;\n${text}`);
  const nginx = spawn("nginx", ["-c", file], { stdio: "inherit" });
  await wait(700);
  if (nginx.exitCode !== null) throw new Error("nginx does not accept its settings");
  return () => {
    const gone = new Promise((resolve) => nginx.once("exit", resolve));
    nginx.kill("SIGTERM");
    return gone;
  };
}

/** What testssl.sh finds out, all tests of one kind or another. */
async function ask(port: number, ...tests: string[]): Promise<Finding[]> {
  const file = join(folder, `found-${Math.floor(performance.now())}.json`);
  const args = ["--quiet", "--warnings", "batch", "--color", "0", "--jsonfile", file, ...tests, `localhost:${port}`];
  // Its exit code counts what it found, which is in the file.
  await promisify(execFile)("testssl", args, { maxBuffer: 2 ** 26, env: { ...process.env, TERM: "dumb" } }).catch(
    () => null,
  );
  return JSON.parse(await readFile(file, "utf8")) as Finding[];
}

const old = ["SSLv2", "SSLv3", "TLS1", "TLS1_1"];
const offersOld = (found: readonly Finding[]) =>
  found.filter(({ id, finding }) => old.includes(id) && !/^not offered/.test(finding));

/** An answer of nginx's own, as nothing answers behind. */
function statusAndHsts(port: number, path: string): Promise<[number, string | undefined]> {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, path, rejectUnauthorized: false, servername: "localhost" };
    request(options, (reply) => {
      reply.resume();
      resolve([reply.statusCode ?? 0, reply.headers["strict-transport-security"]]);
    })
      .on("error", reject)
      .end();
  });
}

for (const [program, bundle] of Object.entries(programs)) needs(program, bundle);
makeCertificate(folder);
const heads: IncomingHttpHeaders[] = [];
const site = createServer((asked, answer) => {
  heads.push(asked.headers);
  if (asked.url === "/broken") return void asked.socket.destroy();
  answer.writeHead(200, { ...securityFields("https://localhost"), "content-type": "text/plain" }).end("Casebook\n");
});
await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
const [tls, plain, outer, inner] = [await freePort(), await freePort(), await freePort(), await freePort()];
const text = await settings(inner, tls, plain);
const front = (await settingsOf("front"))
  .replace("server web1:3000 max_fails=1", `server 127.0.0.1:${(site.address() as AddressInfo).port}`)
  .replace(/server web2:3000.*/, "")
  .replace("listen 80;", `listen 127.0.0.1:${outer};`)
  .replace("listen 81;", `listen 127.0.0.1:${inner};`)
  .replaceAll(" 81 $", ` ${inner} $`);
const believed = () => lookAtHeads({ heads, ways: [`https://127.0.0.1:${tls}/`, `http://127.0.0.1:${outer}/`] });

let stop = await runNginx(text);
let stopFront = await runNginx(front, "front");
try {
  const said = await believed();
  console.log(`readers’ word believed  ${said.join(", ") || "none"}`);
  complaints.push(...said);
  const found = await ask(tls, "--protocols", "--headers", "--vulnerable", "--std", "--fs");
  const valueOf = (id: string) => found.find((one) => one.id === id)?.finding ?? "";
  for (const id of [...old, "TLS1_2", "TLS1_3", "HSTS_time", "HSTS_subdomains"]) console.log(`${id}  ${valueOf(id)}`);
  complaints.push(...offersOld(found).map(({ id }) => `${id} is offered`));
  for (const id of ["TLS1_2", "TLS1_3"]) if (!/^offered/.test(valueOf(id))) complaints.push(`${id} is not offered`);
  if (!(Number(/^(\d+) days/.exec(valueOf("HSTS_time"))?.[1] ?? 0) >= year)) complaints.push("HSTS is too short");
  if (!/includes subdomains/.test(valueOf("HSTS_subdomains"))) complaints.push("HSTS leaves subdomains out");
  const weak = found.filter(({ severity }) => ["MEDIUM", "HIGH", "CRITICAL"].includes(severity));
  console.log(`weaknesses  ${weak.length} of ${found.length} findings`);
  complaints.push(...weak.map(({ id, severity, finding }) => `${severity} ${id}: ${finding}`));
  for (const path of ["/", "/broken"]) {
    const [status, hsts] = await statusAndHsts(tls, path);
    console.log(`${status} ${path}  ${hsts}`);
    if (hsts !== "max-age=63072000; includeSubDomains") complaints.push(`${status} ${path} says ${hsts}`);
  }
  const led = await fetch(`http://127.0.0.1:${plain}/a?b=c`, { redirect: "manual" });
  if (led.headers.get("location") !== "https://127.0.0.1/a?b=c")
    complaints.push("Whoever comes without TLS is not led to it");
  await Promise.all([stop(), stopFront()]);

  stopFront = await runNginx(trusting(front), "front");
  stop = await runNginx(
    trusting(text)
      .replace("ssl_protocols TLSv1.2", "ssl_protocols TLSv1.1 TLSv1.2")
      .replace(/ssl_ciphers [^;]+/, "ssl_ciphers ALL:@SECLEVEL=0"),
  );
  const seen = offersOld(await ask(tls, "--protocols"));
  console.log(`old protocol allowed  ${seen.map(({ id, finding }) => `${id} ${finding}`).join() || "not seen"}`);
  if (!seen.length) complaints.push("An old protocol is not seen");
  const planted = await believed();
  console.log(`word taken on purpose  ${planted.length} of 6 seen`);
  if (planted.length !== 6) complaints.push("A reader’s word that is believed is not seen");
} finally {
  await Promise.all([stop(), stopFront()]);
  site.close();
}
for (const complaint of complaints) console.error(complaint);
console.log(`complaints  ${complaints.length}`);
await rm(folder, { recursive: true, force: true });
process.exit(complaints.length ? 1 : 0);

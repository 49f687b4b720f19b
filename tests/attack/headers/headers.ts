/*
 * Whether every answer protects whoever reads it, as MDN's HTTP observatory, Google's policy evaluator and our own list see it
 * over TLS.
 *
 *   npm run test:long -- headers
 *
 * It starts the site as `npm start` does, on ports and a data folder of its own, with a server that speaks TLS in front. Pages,
 * a form, sign-in, the editors' queue and error pages are graded; then a front that leaves the fields out is, and has to fail.
 * Takes about a minute. It needs openssl, and npm's registry the first time.
 */
import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { request } from "node:https";
import { join } from "node:path";
import { promisify } from "node:util";
import { startEmbedded } from "#prisma/embedded.ts";
import { faultsOf } from "#tests/support/answer-headers.ts";
import { freePort } from "#tests/support/running-site.ts";
import { openFaultySite } from "#tests/faults/site.ts";
import type { Graded } from "./grade.ts";
import { openFront } from "./tls-front.ts";
import { installGraders, makeCertificate } from "./tools.ts";

const ports = { plain: await freePort(), tls: await freePort() };
const publicUrl = `https://localhost:${ports.tls}`;
process.env["PUBLIC_URL"] = publicUrl;
const graders = installGraders();
console.log("Starting the site…");
const site = await openFaultySite({ LOG_LEVEL: "silent", PUBLIC_URL: publicUrl, TRUSTED_PROXIES: "loopback" });
const certificate = makeCertificate(site.folder);
const behind = Number(new URL(site.address).port);
const complaints: string[] = [];

process.env["DATABASE_URL"] = (await startEmbedded(join(site.folder, "postgres"))).urlOf("casebook");
const { cookieOf } = await import("#tests/support/sessions.ts");
const { aPerson } = await import("#tests/support/people.ts");
const { db } = await import("#lib/data/db.ts");
const editor = await cookieOf((await aPerson("editor")).id);

async function grades(targets: { path: string; cookie?: string }[]): Promise<Graded[]> {
  const asked = JSON.stringify({ graders, ports, targets });
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: certificate.cert };
  const program = join(import.meta.dirname, "grade.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [program, asked], { env, maxBuffer: 2 ** 24 });
  return JSON.parse(stdout) as Graded[];
}

const targets = [
  ...["/", "/case-studies", "/submit/start", "/sign-in", "/alerts/new", "/nowhere", "/case-studies/nowhere"],
  ...["/submit/start/save", "/editor/queue", "/healthz", "/case-studies.json", "/.well-known/security.txt"],
].map((path) => ({ path }));

/** What the front answers, its head and all. */
function ask(path: string, { method = "GET", headers = {}, body = "" } = {}) {
  return new Promise<{ status: number; headers: Record<string, string | string[] | undefined>; hasBody: boolean }>(
    (resolve, reject) => {
      const options = {
        host: "127.0.0.1",
        port: ports.tls,
        servername: "localhost",
        path,
        method,
        rejectUnauthorized: false,
      };
      const fields = { host: `localhost:${ports.tls}`, accept: "text/html", ...headers };
      const asked = request({ ...options, headers: fields }, (reply) => {
        let bytes = 0;
        reply.on("data", (chunk: Buffer) => (bytes += chunk.length));
        reply.on("end", () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, hasBody: bytes > 0 }));
      });
      asked.on("error", reject);
      asked.end(body);
    },
  );
}

const form = {
  origin: publicUrl,
  "sec-fetch-site": "same-origin",
  "content-type": "application/x-www-form-urlencoded",
};
const questions: [path: string, more?: Parameters<typeof ask>[1]][] = [
  ...targets.map(({ path }): [string] => [path]),
  ...["/icon.svg", "/robots.txt", "/sitemap.xml", "/opensearch.xml", "/case-studies.atom", "/case-studies.csv"].map(
    (path): [string] => [path],
  ),
  ...["/api/v1/topics", "/api/v1/openapi.json", "/speculation-rules", "/downloads", "/js/draft.js"].map(
    (path): [string] => [path],
  ),
  ["/submit/template.docx"],
  ["/editor/queue", { headers: { cookie: editor } }],
  ["/sign-in/out", { method: "POST", headers: { ...form, cookie: editor } }],
  ["/submit/start/save", { method: "POST", headers: form, body: "title=Night+buses&council=Thanet+District+Council" }],
  ["/sign-in/send", { method: "POST", headers: form, body: "email=a%40b.example&next=%2Feditor%2Fqueue" }],
  ["/submit/start/save", { method: "POST", headers: { ...form, origin: "https://evil.example" }, body: "a=b" }],
  ["/", { method: "DELETE" }],
  ["/%zz", {}],
];

async function prove() {
  const graded = [...(await grades(targets)), ...(await grades([{ path: "/editor/queue", cookie: editor }]))];
  for (const { path, status, grade, score, failed, findings } of graded) {
    const high = findings.filter(({ severity }) => severity <= 10);
    console.log(`${grade} ${score}, ${findings.length} findings (${high.length} high)  ${status} ${path}`);
    if (grade !== "A+") complaints.push(`${path} is graded ${grade}`);
    complaints.push(...failed.map((name) => `${path} fails ${name}`));
    complaints.push(...high.map(({ description }) => `${path}: ${description}`));
  }
  let cookies = 0;
  for (const [path, more] of questions) {
    const answer = await ask(path, more);
    const open = /^\/(?:api\/v1\/|case-studies\.(?:json|atom|csv))/.test(path);
    cookies += [answer.headers["set-cookie"] ?? []].flat().length;
    complaints.push(...faultsOf(answer, { open }).map((fault) => `${answer.status} ${path}: ${fault}`));
  }
  console.log(`answers  ${questions.length}`);
  console.log(`cookies  ${cookies}`);
  if (cookies < 3) complaints.push("Too few cookies were set to say anything of them");
}

/** What leaves everything out has to be seen. */
async function control() {
  const [careless] = await grades([{ path: "/" }]);
  console.log(`careless  ${careless?.grade} ${careless?.score}`);
  if (careless?.grade === "A+" || !careless?.failed.length)
    complaints.push("A front that leaves it all out is not seen");
}

try {
  for (const [careless, look] of [
    [false, prove],
    [true, control],
  ] as const) {
    const close = await openFront(certificate, { ...ports, behind }, careless);
    await look().finally(close);
  }
} catch (error) {
  complaints.push(String(error));
}
await db.$disconnect();
await site.stop();
for (const complaint of complaints) console.error(complaint);
console.log(`complaints  ${complaints.length}`);
if (!complaints.length) rmSync(site.folder, { recursive: true, force: true });
process.exit(complaints.length ? 1 : 0);

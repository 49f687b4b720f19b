import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Graders that would weigh more than the site (130 MB), so they are fetched where they are used and kept for the next time. */
const wanted = ["@mdn/mdn-http-observatory@1.4.8", "csp_evaluator@1.1.8"];

/** Where they lie. @throws Error where the registry cannot be reached */
export function installGraders(): string {
  const folder = join(tmpdir(), `casebook-graders-${wanted.join("-").replaceAll(/[^\w.]+/g, "-")}`);
  if (existsSync(join(folder, "whole"))) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), `{"private":true}`);
  const npm = process.env["npm_execpath"];
  const [command, ...before] = npm ? [process.execPath, npm] : ["npm"];
  const args = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--save-exact", ...wanted];
  execFileSync(command ?? "npm", [...before, ...args], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  // Browsers' list of names that are only ever asked for over TLS, which it would fetch: none of them is this machine.
  const lists = join(folder, "node_modules/@mdn/mdn-http-observatory/conf");
  mkdirSync(lists, { recursive: true });
  writeFileSync(join(lists, "hsts-preload.json"), "{}");
  writeFileSync(join(folder, "whole"), "");
  return folder;
}

/** A certificate of this machine's own for `localhost`, for an hour. */
export function makeCertificate(folder: string): { key: string; cert: string } {
  const files = { key: join(folder, "key.pem"), cert: join(folder, "cert.pem") };
  const about = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-days", "1"];
  const args = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  execFileSync("openssl", [...args, ...about, "-keyout", files.key, "-out", files.cert], { stdio: "ignore" });
  return files;
}

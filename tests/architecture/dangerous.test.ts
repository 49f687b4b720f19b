import { describe, expect, test } from "vitest";
import { readSources } from "./imports.ts";

const sources = readSources();
const dangers = {
  shell: /\bexec(?:Sync)?\(["'`$]|import \{[^}]*\bexec(?:Sync)?\b[^}]*\} from "node:child_process"|\bshell: (?!false)/,
  evaluation: /\beval\(|\bnew Function\(|\bFunction\("|from "node:vm"|set(?:Timeout|Interval)\(["'`]/,
  chance: /\bMath\.random\b/,
  brokenHash: /create(?:Hash|Hmac)\(\s*["'`](?!sha(?:256|384|512)["'`])/,
  cipher: /\bcreate(?:Cipher|Decipher)(?:iv)?\(|\b(?:publicEncrypt|privateDecrypt)\(/,
  rawSql: /\$(?:query|execute)RawUnsafe|\bPrisma\.raw\(/,
  storage: /\b(?:localStorage|sessionStorage|indexedDB|document\.cookie|caches\.open)\b/,
  markup: /dangerouslySetInnerHTML|\.(?:innerHTML|outerHTML) ?=|insertAdjacentHTML|document\.write/,
};
type Danger = keyof typeof dangers;

const withIt = (danger: Danger) => sources.filter(({ text }) => dangers[danger].test(text)).map(({ path }) => path);

describe("in the whole site", () => {
  test("SQL is written with parameters; two statements name columns of ours as they run (V1.2.4)", () => {
    expect(withIt("rawSql")).toEqual(["lib/data/review/queue/counts.ts", "lib/data/review/queue/rows.ts"]);
  });

  test("no program is started through a shell: arguments are a list (V1.2.5)", () => {
    expect(withIt("shell")).toEqual([]);
  });

  test("no text is run as code (V1.3.2)", () => {
    expect(withIt("evaluation")).toEqual([]);
  });

  test("nothing is left to a chance that can be foretold (V11.5.1)", () => {
    expect(withIt("chance")).toEqual([]);
  });

  test("every hash is SHA-2, and only backups are encrypted by us, with AES-256-GCM (V11.3.1, V11.4.1)", () => {
    expect(withIt("brokenHash")).toEqual([]);
    expect(withIt("cipher")).toEqual(["lib/transfer/archive/seal.ts"]);
  });

  test("nothing is stored in a browser but cookies of the server (V14.3.3)", () => {
    expect(withIt("storage")).toEqual([]);
  });

  test("text becomes markup in two places, which escape it themselves (V3.2.2)", () => {
    // The one escapes "<" in JSON; the other has what React made of elements.
    expect(withIt("markup")).toEqual(["components/machines/json-ld.tsx", "components/site/held-part.tsx"]);
  });
});

test.each<[Danger, string[]]>([
  ["shell", ["execSync(`ls ${name}`)", `import { exec } from "node:child_process"`, "spawn(a, [], { shell: true })"]],
  ["evaluation", [`eval(text)`, `new Function("a")`, `setTimeout("alert(1)", 5)`, `import vm from "node:vm"`]],
  ["chance", ["const token = Math.random()"]],
  ["brokenHash", [`createHash("md5")`, `createHash("sha1")`, `createHmac('md5', key)`]],
  ["cipher", [`createCipheriv("aes-128-ecb", key, null)`]],
  ["rawSql", ["db.$queryRawUnsafe(`select ${a}`)", "Prisma.raw(text)"]],
  ["storage", [`localStorage.setItem("a", "b")`, `document.cookie = "a=b"`]],
  ["markup", ["box.innerHTML = text", "<p dangerouslySetInnerHTML={x} />", "document.write(text)"]],
])("%s would be seen", (danger, samples) => {
  expect(samples.filter((one) => !dangers[danger].test(one))).toEqual([]);
});

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ask } from "#tests/support/ask.ts";
import { complaintsAbout } from "#tests/support/markup.ts";
import { pageKinds } from "#tests/support/page-kinds.ts";
import { expect, test } from "./test.ts";

const run = promisify(execFile);
const nu = process.env["VNU_JAR"] ?? "";

for (const { name, find } of pageKinds) {
  test(`${name}: its markup is valid`, async () => {
    const { text } = await ask(await find());
    expect(await complaintsAbout(text)).toEqual([]);
  });
}

test("the check of markup finds a fault when there is one", async () => {
  const faulty = '<!DOCTYPE html><html lang="en"><head><title>A</title></head><body><p><div>B</div></p></body></html>';
  expect((await complaintsAbout(faulty)).join()).toContain("no-implicit-close");
});

test("the Nu HTML checker finds no error on any kind of page", async () => {
  test.skip(!existsSync(nu), "VNU_JAR does not name the Nu HTML checker's vnu.jar");
  test.skip(!(await run("java", ["-version"]).catch(() => null)), "there is no Java here");
  test.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), "casebook-html-"));
  for (const [index, { find }] of pageKinds.entries())
    await writeFile(join(folder, `${index}.html`), (await ask(await find())).text);
  await writeFile(join(folder, "faulty.html"), "<!DOCTYPE html><title>A</title><p align=left><h7>B</h7>");

  const { stderr } = await run(
    "java",
    ["-jar", nu, "--format", "json", "--exit-zero-always", "--skip-non-html", folder],
    {
      maxBuffer: 2 ** 26,
    },
  );
  await rm(folder, { recursive: true });
  const messages = (JSON.parse(stderr) as { messages: { type: string; url: string; message: string }[] }).messages
    .filter(({ type }) => type === "error")
    .map(({ url, message }) => ({ page: pageKinds[Number(/(\d+)\.html$/.exec(url)?.[1])]?.name ?? "faulty", message }));
  expect(messages.filter(({ page }) => page === "faulty")).not.toEqual([]);
  expect(messages.filter(({ page }) => page !== "faulty")).toEqual([]);
});

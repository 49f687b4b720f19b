import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ask } from "#tests/support/ask.ts";
import { ensurePrograms, installed } from "#tests/support/installed.ts";
import type { Finding, Looker } from "../part.ts";

/** What style sheets may say since the checker learnt of them: each is in a published module of CSS and ignored where unknown. */
const newer = /@property|@view-transition|margin-trim|^CSS: Parse Error\. tion-group\(root\)/;

const faulty = '<!DOCTYPE html><html lang="en"><head><title>A</title></head><body><p><h7>B</h7></body></html>';

/**
 * Has the Nu HTML checker read every page as it was sent and as it stands in the browser, and all styles. Errors and warnings count,
 * and it must find those of one page that has some.
 */
export async function markup(): Promise<Looker> {
  ensurePrograms({ java: "default-jre-headless" });
  const jar = join(await installed("nu", ["vnu-jar@26.9.27"]), "node_modules/vnu-jar/build/dist/vnu.jar");
  const folder = await mkdtemp(join(tmpdir(), "casebook-nu-"));
  const pages: string[] = [];
  const styles = new Set<string>();
  const keep = (name: string, html: string) => writeFile(join(folder, `${pages.push(name) - 1}.html`), html);

  return {
    async look(page, { name, html }) {
      await keep(`${name}, as sent`, html);
      await keep(`${name}, as it stands`, await page.content());
      for (const [, path = ""] of html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)) styles.add(path);
    },
    async finish(): Promise<Finding> {
      await keep("faulty", faulty);
      for (const [index, path] of [...styles].entries())
        await writeFile(join(folder, `s${index}.css`), (await ask(path)).text);
      const messages = await complaints(jar, folder);
      await rm(folder, { recursive: true });
      const named = messages.map(({ url, message, extract }) => {
        const [, file = ""] = /([^/]+)\.(?:html|css)$/.exec(url) ?? [];
        return { page: pages[Number(file)] ?? file, says: `${message} ${extract ?? ""}`.trim() };
      });
      const own = named.filter(({ page, says }) => page !== "faulty" && !newer.test(says));
      const noticed = named.some(({ page }) => page === "faulty");
      const byWords = Map.groupBy(own, ({ says }) => says);
      return {
        figures: [
          ["pages, each as sent and as it stands", (pages.length - 1) / 2],
          ["style sheets", styles.size],
          ["errors and warnings", own.length],
        ],
        broken: [
          ...(noticed ? [] : ["The checker did not notice a faulty page"]),
          ...(styles.size ? [] : ["No style sheet was found"]),
          ...[...byWords].map(([says, all]) => `${says}\n  on ${all.length}: ${all[0]?.page}`),
        ],
      };
    },
  };
}

interface Message {
  type: string;
  subType?: string;
  url: string;
  message: string;
  extract?: string;
}

/** Errors and warnings; what it merely remarks, as that a void element needs no slash, is about taste. */
async function complaints(jar: string, folder: string): Promise<Message[]> {
  const options = ["-Xss4m", "-jar", jar, "--format", "json", "--exit-zero-always", "--also-check-css", folder];
  const { stderr } = await promisify(execFile)("java", options, { maxBuffer: 2 ** 28 });
  const { messages } = JSON.parse(stderr) as { messages: Message[] };
  return messages.filter(({ type, subType }) => type !== "info" || subType === "warning");
}

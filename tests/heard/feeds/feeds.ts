import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { parseAtomFeed } from "feedsmith";
import { atomOf } from "#lib/feeds/atom.ts";
import { ask } from "#tests/support/ask.ts";
import { ensurePrograms } from "#tests/support/installed.ts";
import type { Finding } from "../part.ts";

const run = promisify(execFile);
// Debian's own, which knows Debian's packages, whatever else comes first.
const python = "/usr/bin/python3";
const listTitles =
  "import feedparser, json, sys; print(json.dumps([[e.title, e.link] for e in feedparser.parse(sys.argv[1]).entries]))";

/** What a reader makes of a feed: titles and addresses, in whatever order it keeps them. */
type Reader = (file: string, folder: string) => Promise<string[][]>;

const readers: Record<string, Reader> = {
  feedparser: async (file) => JSON.parse((await run(python, ["-c", listTitles, file])).stdout) as string[][],
  async newsboat(file, folder) {
    const [urls, cache] = [join(folder, "urls"), join(folder, `${process.hrtime.bigint()}.db`)];
    await writeFile(urls, `file://${file}\n`);
    await run("newsboat", ["-u", urls, "-c", cache, "-C", "/dev/null", "-x", "reload"]);
    const database = new DatabaseSync(cache);
    const rows = database.prepare("select title, url from rss_item").all();
    database.close();
    return rows.map(({ title, url }) => [String(title), String(url)]);
  },
  async sfeed(file) {
    const { stdout } = await run("sh", ["-c", 'sfeed < "$1"', "sh", file]);
    return stdout
      .trimEnd()
      .split("\n")
      .map((line) => line.split("\t").slice(1, 3));
  },
};

/** Has three programs of three authors read feeds of the site, and one whose titles hold all that breaks feeds: each must read all. */
export async function feeds(): Promise<Finding> {
  const library = "/usr/lib/python3/dist-packages/feedparser";
  ensurePrograms({ newsboat: "newsboat", sfeed: "sfeed", [library]: "python3-feedparser" });
  const folder = await mkdtemp(join(tmpdir(), "casebook-feeds-"));
  const paths = ["/case-studies.atom", "/case-studies.atom?topic=libraries", "/case-studies.atom?q=people&sort=title"];
  const texts: (readonly [string, string])[] = [["titles that break feeds", hostile()]];
  for (const path of paths) texts.push([path, (await ask(path)).text]);
  const figures: [string, string][] = [];
  const broken: string[] = [];
  for (const [index, [name, text]] of texts.entries()) {
    const file = join(folder, `${index}.atom`);
    await writeFile(file, text);
    const { entries = [] } = parseAtomFeed(text);
    const wanted = new Set(
      entries.map(({ title, links }) =>
        JSON.stringify([title?.value, links?.find(({ rel }) => rel === "alternate")?.href]),
      ),
    );
    for (const [reader, read] of Object.entries(readers)) {
      const found = new Set((await read(file, folder)).map((entry) => JSON.stringify(entry)));
      const same = [...wanted].filter((entry) => found.has(entry)).length;
      figures.push([`${reader}: ${name}`, `${same} of ${wanted.size}`]);
      if (!wanted.size || same < wanted.size || found.size > wanted.size)
        broken.push(
          `${reader} reads ${name} otherwise: ${[...found].find((entry) => !wanted.has(entry)) ?? "nothing"}`,
        );
    }
  }
  await rm(folder, { recursive: true });
  return { figures, broken };
}

function hostile(): string {
  const home = "https://cases.example/case-studies";
  const at = new Date("2024-01-02T03:04:05Z");
  const titles = [`<b>bold</b>`, `Cats & dogs`, `"é" ’ 🙂`, `]]> <!-- &amp; &lt;`];
  return atomOf({
    ...{ id: home, title: "Titles", home, self: `${home}.atom`, icon: `${home}.svg`, links: {}, archive: false },
    entries: titles.map((title, index) => ({
      ...{ id: `urn:uuid:0198c0de-0000-7000-8000-00000000000${index}`, url: `${home}/${index}`, title, summary: title },
      ...{ html: "<p>Words</p>", author: title, categories: [], published: at, updated: at },
      ...{ source: null, picture: `${home}/${index}.png` },
    })),
  });
}

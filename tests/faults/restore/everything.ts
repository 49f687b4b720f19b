import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const sum = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest("hex");

/** What is in one and not the same in the other. */
export function differences(one: Record<string, string>, other: Record<string, string>): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => one[name] !== other[name]);
}

/** A sum of each attached file. */
export async function everyFile(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, sum(await readFile(join(folder, name)))] as const)),
  );
}

/** Some pages and what they are made of, as readers get them. */
export async function pagesOf(address: string): Promise<Record<string, string>> {
  const listing = await (await fetch(`${address}/case-studies`)).text();
  const stories = [...listing.matchAll(/href="(\/case-studies\/[a-z0-9-]+)"/g)]
    .map(([, path = ""]) => path)
    .slice(0, 5);
  const own = ["/", "/case-studies", "/case-studies?q=libraries", "/topics", "/councils", "/case-studies.atom"];
  const pages: Record<string, string> = {};
  for (const path of [...own, ...stories]) {
    const answer = await fetch(address + path);
    pages[path] = `${answer.status} ${(await answer.text()).replaceAll(address, "")}`;
  }
  const pictures = Object.values(pages).flatMap((text) =>
    [...text.matchAll(/src="(\/files\/[^"]+)"/g)].map(([, path = ""]) => path),
  );
  for (const path of pictures.slice(0, 5)) {
    const answer = await fetch(address + path);
    pages[path] = `${answer.status} ${sum(Buffer.from(await answer.arrayBuffer()))}`;
  }
  return pages;
}

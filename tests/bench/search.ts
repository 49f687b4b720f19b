import { writeFile } from "node:fs/promises";
import { db } from "#lib/data/db.ts";
import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { search } from "#lib/data/search/search.ts";
import { readListing } from "#lib/domain/listing/read.ts";
import { answersTo, readCollection } from "./collection.ts";
import { addBenchLists } from "./lists.ts";
import { publishAll } from "./publish.ts";
import { rarestWords } from "./rarest-words.ts";
import { misspell } from "./typos.ts";

interface Request {
  from: string;
  /** Where to write what the questions found, and what their rarest words and their misspelt forms did. */
  to: string;
  threeWords?: string | undefined;
  typos?: string | undefined;
  seed: string;
}

const depth = 1000;

/** Publishes a collection, asks its questions as the page does, and writes what was found. */
export async function runCollection({ from, to, threeWords, typos, seed }: Request): Promise<void> {
  const { docs, queries } = await readCollection(from);
  await addBenchLists();
  const ids = await publishAll(docs.map(answersTo));
  const docOf = new Map(ids.map((id, index) => [id, docs[index]?.id ?? ""]));

  async function askAll(file: string, wordsOf: (text: string, id: string) => string | Promise<string>) {
    const lines: string[] = [];
    let empty = 0;
    for (const { id, text } of queries) {
      const found = await ask(await wordsOf(text, id));
      if (!found.length) empty++;
      found.forEach((caseStudy, place) => lines.push(`${id}\t${docOf.get(caseStudy) ?? ""}\t${depth - place}\n`));
    }
    await writeFile(file, lines.join(""));
    console.log(`${queries.length} questions asked, ${empty} without a result. Written: ${file}`);
  }

  await askAll(to, (text) => text);
  if (threeWords) await askAll(threeWords, rarestWords);
  if (typos) await askAll(typos, (text, id) => misspell(text, `${seed} ${id}`));
}

async function ask(q: string): Promise<string[]> {
  const { query } = readListing({ q }, await getCatalogue());
  const { numbers } = await search(query, depth);
  const rows = await db.listing.findMany({
    where: { number: { in: numbers } },
    select: { number: true, caseStudyId: true },
  });
  const ids = new Map(rows.map(({ number, caseStudyId }) => [number, caseStudyId]));
  return numbers.map((number) => ids.get(number) ?? "");
}

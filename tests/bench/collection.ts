import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Answers } from "#lib/domain/template/answers.ts";
import { oneLine } from "#lib/domain/template/text.ts";
import { benchCouncil, benchTopic } from "./lists.ts";

const id = z.union([z.string(), z.number()]).transform(String);
const collection = z.object({
  docs: z.array(z.object({ id, title: z.string().default(""), body: z.string().default("") })),
  queries: z.array(z.object({ id, text: z.string() })),
});

/** A public collection of documents and questions, whose right answers somebody knows. */
export type Collection = z.infer<typeof collection>;

export const readCollection = async (file: string): Promise<Collection> =>
  collection.parse(JSON.parse(await readFile(file, "utf8")));

const most = { title: 100, summary: 300, section: 10_000 };
const sections = ["challenge", "solution", "impact", "sustained", "lessons"] as const;
/** Stands where a document has nothing and an answer is required; no search can find it. */
const nothing = "–";

/**
 * A document as the answers of a case study. What a title is too long for goes on in the summary, and from there in the
 * sections, so that no word is lost or counted twice.
 */
export function answersTo({ title, body }: Collection["docs"][number]): Answers {
  const [head, more] = cut(oneLine(title), most.title);
  const [summary, rest] = cut(more, most.summary);
  const texts: Record<string, string> = {};
  let left = asMarkdown(oneLine(`${rest} ${body}`));
  for (const section of sections) {
    const [text, remaining] = cut(left, most.section);
    texts[section] = text || nothing;
    left = remaining;
  }
  const facts = { council: benchCouncil.id, topics: [benchTopic.id], outcome: "worked" };
  const declared = { accurate: true, mayPublish: true, licence: true };
  return { title: head || nothing, summary: summary || nothing, ...facts, ...texts, ...declared };
}

/** As much of a text as fits, cut between words, and the rest. */
function cut(text: string, length: number): [string, string] {
  const characters = [...text];
  if (characters.length <= length) return [text, ""];
  const fitting = characters.slice(0, length + 1).join("");
  const space = fitting.lastIndexOf(" ");
  const kept = space > 0 ? fitting.slice(0, space) : characters.slice(0, length).join("");
  return [kept, text.slice(kept.length).trim()];
}

/** Plain text in which nothing is taken for markup. */
const asMarkdown = (text: string) => text.replace(/[\\`*_[\]<>|#~&]/g, "\\$&");

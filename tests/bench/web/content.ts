import { z } from "zod";
import { inTurns } from "#tests/support/ask.ts";

const term = z.object({ slug: z.string(), name: z.string() });
const topicOfList = term.extend({ parent: z.string().nullable() });
const list = z.object({ items: z.array(z.object({ slug: z.string() })), next: z.string().nullish() });
const topicOfCaseStudy = term.extend({ parent: term.nullish() });
const answer = z.object({ markdown: z.string().optional() });
const caseStudy = z.object({
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  publishedAt: z.string(),
  topics: z.array(topicOfCaseStudy),
  supportTypes: z.array(term),
  sections: z.array(z.object({ title: z.string(), answers: z.array(answer) })),
});

/** A case study as every program serves it. */
export interface Post {
  slug: string;
  title: string;
  summary: string;
  /** Paragraphs with an empty line between them. */
  body: string;
  publishedAt: string;
  /** Slugs; those of a wider topic too. */
  topics: string[];
  supportTypes: string[];
}

/** What every program is filled with: newest first. */
export interface Content {
  posts: Post[];
  topics: z.infer<typeof topicOfList>[];
  supportTypes: z.infer<typeof term>[];
}

/** Reads the whole directory from the public API of a running site. */
export async function readContent(address: string): Promise<Content> {
  const slugs: string[] = [];
  for (let next: string | null | undefined = "/api/v1/case-studies?limit=100"; next;) {
    const page: z.infer<typeof list> = list.parse(await read(address + next));
    slugs.push(...page.items.map(({ slug }) => slug));
    next = page.next;
  }
  const posts = await inTurns(slugs, 8, async (slug) =>
    postOf(caseStudy.parse(await read(`${address}/api/v1/case-studies/${slug}`))),
  );
  const topics = z.object({ items: z.array(topicOfList) }).parse(await read(`${address}/api/v1/topics`)).items;
  const supportTypes = z.object({ items: z.array(term) }).parse(await read(`${address}/api/v1/support-types`)).items;
  return { posts, topics, supportTypes };
}

function postOf({ topics, supportTypes, sections, ...rest }: z.infer<typeof caseStudy>): Post {
  const texts = sections.flatMap(({ title, answers }) => [title, ...answers.flatMap(({ markdown }) => markdown ?? [])]);
  return {
    ...rest,
    body: texts.join("\n\n"),
    topics: [...new Set(topics.flatMap(({ slug, parent }) => (parent ? [parent.slug, slug] : [slug])))],
    supportTypes: supportTypes.map(({ slug }) => slug),
  };
}

async function read(url: string): Promise<unknown> {
  const answered = await fetch(url);
  if (!answered.ok) throw new Error(`${url} answered ${answered.status}`);
  return answered.json();
}

import { setTimeout as wait } from "node:timers/promises";
import { slugOf } from "#lib/domain/slug.ts";
import { makePlan, type PlannedStory } from "#prisma/seed/demonstration/plan.ts";
import { tell } from "#prisma/seed/stories.ts";
import { ask, inTurns } from "./ask.ts";

/*
 * Addresses that depend on how the demonstration was filled, looked up on the site itself.
 */

/** The first of the demonstration's case studies in a listing. Others come from tests, which may change them at any moment. */
export async function firstOf(listing: string): Promise<string> {
  const { published, signposts } = await makePlan();
  const titles = [...published.map(titleOf), ...signposts.map(({ signpost }) => signpost.title)];
  const own = new Set(titles.map((title) => `/case-studies/${slugOf(title)}`));
  const listed = await linksIn(listing, /<h3[^>]*><a href="([^"]+)"/g);
  return firstLink(
    listed.filter((address) => own.has(address)),
    listing,
  );
}

/** The first collection there is. */
export const firstCollection = async () =>
  firstLink(await linksIn("/collections", /<h2[^>]*><a href="(\/collections\/[^"]+)"/g), "/collections");

/** A case study that nobody has looked at for too long, which a site that has just been filled says after a moment. */
export async function overdueCaseStudy(): Promise<string> {
  const find = async () =>
    firstWhere(await linksIn("/case-studies?sort=oldest", /<h3[^>]*><a href="([^"]+)"/g), ({ text }) =>
      text.includes("due for review"),
    );
  for (let tries = 0; tries < 30; tries++) {
    const found = await find().catch(() => null);
    if (found) return found;
    await wait(1000);
  }
  return find();
}

/** The case study that was withdrawn: it is in no listing, so every story that might be it is tried. */
export const withdrawnCaseStudy = async () => firstWhere(await keptBack(), ({ text }) => text.includes("Withdrawn on"));

/** The case study that was taken down. */
export const removedCaseStudy = async () => firstWhere(await keptBack(), ({ status }) => status === 410);

async function keptBack(): Promise<string[]> {
  const { spare } = await makePlan();
  return spare.map((story) => `/case-studies/${slugOf(titleOf(story))}`);
}

const titleOf = (story: PlannedStory) => tell(story, story.council.places).title;

async function firstWhere(
  paths: string[],
  isIt: (answer: Awaited<ReturnType<typeof ask>>) => boolean,
): Promise<string> {
  const answers = await inTurns(paths, 2, (path) => ask(path));
  return firstLink(
    paths.filter((_, index) => answers[index] && isIt(answers[index])),
    "the demonstration",
  );
}

async function linksIn(path: string, link: RegExp): Promise<string[]> {
  const { text } = await ask(path);
  return [...text.matchAll(link)].map(([, address = ""]) => address.replaceAll("&amp;", "&"));
}

function firstLink([first]: string[], where: string): string {
  if (!first) throw new Error(`Nothing of the kind was found in ${where}`);
  return first;
}

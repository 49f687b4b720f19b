import { signIn } from "#tests/support/signed-in.ts";
import { beforeAll, expect, test, vi } from "vitest";
import CataloguePage from "#app/(editorial)/editor/catalogue/[list]/page.tsx";
import HistoryPage from "#app/(editorial)/editor/history/[caseStudyId]/page.tsx";
import ReviewPage from "#app/(editorial)/editor/review/[id]/page.tsx";
import UpkeepPage from "#app/(editorial)/editor/upkeep/page.tsx";
import { countLinks } from "#lib/data/upkeep/links.ts";
import { drawn, wordsOn } from "#tests/support/drawn.ts";
import { aPerson } from "#tests/support/people.ts";

beforeAll(async () => signIn(await aPerson("editor")));

const searchParams = Promise.resolve({});

test.each([
  ["a desk", () => ReviewPage({ params: Promise.resolve({ id: "nope" }), searchParams })],
  ["a history", () => HistoryPage({ params: Promise.resolve({ caseStudyId: "nope" }), searchParams })],
  ["a list of the catalogue", () => CataloguePage({ params: Promise.resolve({ list: "words" }), searchParams })],
])("an editor who asks for %s that is not there is led to the queue", async (_, page) => {
  const html = await drawn(page());
  expect(html).toContain("Page not found");
  expect(html).toContain('href="/editor/queue"');
});

test("whether links are followed is said of this site, and not of a setting", async () => {
  const words = () =>
    wordsOn(UpkeepPage({ params: Promise.resolve({}), searchParams: Promise.resolve({ tab: "links" }) }));
  expect((await countLinks()).followed).toBe(true);
  expect(await words()).toContain("Every night this site follows the links of what is published. It has not been done");
  vi.stubEnv("LINK_CHECK", "off");
  expect(await words()).toContain("This site does not follow the links of what is published.");
  expect(await words()).not.toContain("LINK_CHECK");
  vi.unstubAllEnvs();
});

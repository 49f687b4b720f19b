import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { listPublished } from "#lib/data/directory/listings.ts";
import { everything } from "#lib/domain/listing/query.ts";
import { current } from "#lib/domain/template/templates.ts";
import { aPerson } from "#tests/support/people.ts";
import { aDraft, aVersion, walkTo } from "#tests/support/versions.ts";
import { often } from "#tests/support/thorough.ts";

const search = async (q: string) => {
  const { cards, total, counts } = await listPublished({ ...everything, q, sort: "relevance" });
  return { slugs: cards.map(({ slug }) => slug), total, counts };
};

beforeAll(async () => {
  await aVersion("published", { title: "A quokka in the park", topics: ["buses"] });
  await aVersion("published", { title: "In the summary", summary: "Somebody saw a quokka.", topics: ["cyber"] });
  await aVersion("published", { title: "In the challenge", challenge: "The **quokka** was hungry." });
  await aVersion("published", { title: "In the lessons", lessons: "1. Feed the zeppelins first." });
  await aVersion("published", { title: "For people", people: "You can hear the marimba from home." });
  await aVersion("published", { title: "In a far place", council: "rutland", topics: ["museums-and-heritage"] });
  await aVersion("published", { title: "With some help", supportTypes: ["one-public-estate"] });
  await aVersion("accepted", { title: "Not out yet", challenge: "A quokka that nobody may see." });

  const [author, editor] = [await aPerson("contributor"), await aPerson("editor")];
  const source = [{ title: "The whole text", url: "https://example.org" }];
  const answers = {
    title: "Elsewhere",
    summary: "Told elsewhere.",
    topics: ["arts"],
    source,
    organisation: "Wunderkammer",
  };
  const { versionId: id } = await aDraft({ template: current.signpost, answers, personId: author.id });
  await walkTo("published", { id, author, editor });
});

describe("words are found", () => {
  test.each([
    ["of the title, the summary and the long answers", "quokka", 3],
    ["of the last answer", "zeppelins", 1],
    ["of what changed for people", "marimba", 1],
    ["of the council's name", "Rutland", 1],
    ["of a topic's name", "museums heritage", 1],
    ["of a support type's name", "public estate", 1],
    ["of an organisation", "wunderkammer", 1],
    ["in capitals", "QUOKKA", 3],
    ["in the singular where the text has the plural", "zeppelin", 1],
    ["of which only some are there", "quokka hungry", 3],
    ["beside others that nothing has", "quokka xylophone", 3],
    ["in quotes only side by side", '"somebody saw"', 1],
    ["in quotes not in another order", '"saw somebody"', 0],
    ["but for those with a minus", "quokka -hungry", 2],
    ["one or the other", "marimba or zeppelins", 2],
    ["never of anything unpublished", "nobody", 0],
    ["nowhere when nothing has them", "xylophone", 0],
  ])("%s", async (_, words, total) => {
    expect((await search(words)).total).toBe(total);
  });

  test("in the title first, then the summary, then the long answers", async () => {
    expect((await search("quokka")).slugs).toEqual(["a-quokka-in-the-park", "in-the-summary", "in-the-challenge"]);
  });

  test("and every option counts what is found", async () => {
    const { counts } = await search("quokka");
    expect(counts.topic.get("transport")).toBe(2);
    expect(counts.topic.get("cyber")).toBe(1);
    expect(counts.council.get("rutland")).toBeUndefined();
  });
});

describe("nothing that can be typed does any harm", () => {
  test.each([
    '\'; drop table "Listing"; --',
    "' or '1'='1",
    "& | ! ( ) : * <-> <2> \\",
    "quokka:* & !(park",
    '"never closed',
    '""',
    "- -- ---",
    "or or or",
    "or",
    "%_%",
    "$1 ${x} {{x}} {0}",
    "the of and",
    "\\",
    "<script>alert(1)</script>",
    "\u202Eakkouq\u202C 🦘🦘 e\u0301",
    "https://example.org/a?b=c&d=e#f",
    "\ud800",
    "\t\r\n",
  ])("%j", async (words) => {
    expect((await search(words)).total).toBeLessThanOrEqual(8);
  });

  test.each([
    ["one word", "x".repeat(10_000)],
    ["5,000 words", "x ".repeat(5000)],
    ["different words", Array.from({ length: 1700 }, (_, index) => `w${index}`).join(" ")],
    ["open brackets and quotes", '("'.repeat(5000)],
    ["minus signs", "-".repeat(10_000)],
    ["minus signs and signs that mean nothing", "-!\u0085 -(£".repeat(1500)],
    ["emoji", "🦘".repeat(10_000)],
    ["words that are joined", Array.from({ length: 1500 }, () => "a or").join(" ")],
  ])("10,000 characters of %s", async (_, words) => {
    expect((await search(words)).total).toBeLessThanOrEqual(8);
  });

  test("whatever signs are put together", async () => {
    const signs = fc.string({ unit: fc.constantFrom(...`-"()!&|:*<>\\' \t\u0085%,quokka 1`, " or "), maxLength: 300 });
    const anything = fc.string({ unit: "binary", maxLength: 100 }).map((text) => text.replaceAll("\0", ""));
    await fc.assert(
      fc.asyncProperty(fc.oneof(signs, anything), async (q) => {
        expect((await search(q)).total).toBeLessThanOrEqual(8);
      }),
      { numRuns: often(100, 1000) },
    );
  });

  test("the directory is as it was", async () => {
    expect((await listPublished(everything)).total).toBe(8);
  });
});

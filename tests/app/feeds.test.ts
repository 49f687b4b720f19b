import { parseAtomFeed } from "feedsmith";
import { beforeAll, describe, expect, test } from "vitest";
import { GET as getAtom } from "#app/(public)/case-studies.atom/route.ts";
import { GET as getCsv } from "#app/(public)/case-studies.csv/route.ts";
import { GET as getJson } from "#app/(public)/case-studies.json/route.ts";
import { GET as getPart } from "#app/(public)/sitemap/[part]/route.ts";
import { GET as getSitemap } from "#app/(public)/sitemap.xml/route.ts";
import { retagCaseStudies } from "#lib/commands/catalogue/case-studies/retag-case-studies.ts";
import { rebuildListing } from "#lib/commands/directory/rebuild-listing.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { answerEnquiry } from "#lib/commands/upkeep/answer-enquiry.ts";
import { settleFollowUp } from "#lib/commands/upkeep/settle-follow-up.ts";
import { listTaggedVersions } from "#lib/data/catalogue/retagging/rows.ts";
import { db } from "#lib/data/db.ts";
import { nothing } from "#lib/domain/catalogue/retag/retag.ts";
import { problem } from "#lib/feeds/api/problem.ts";
import { askJson } from "#tests/support/api.ts";
import { aDirectory } from "#tests/support/directory.ts";
import type { Entry } from "#tests/support/naive-listing.ts";
import { anEnquiry } from "#tests/support/enquiries.ts";
import { aNextVersion } from "#tests/support/next-versions.ts";
import { aVersion, someContact } from "#tests/support/versions.ts";

let directory: Entry[];
const origin = "http://cases.example:3000";

beforeAll(async () => {
  directory = await aDirectory(70);
}, 120_000);

type Handler = (request: Request) => Promise<Response>;

const ask = (handler: Handler, address: string, fields: Record<string, string> = {}) =>
  handler(new Request(new URL(address, "http://localhost"), { headers: { host: "cases.example:3000", ...fields } }));
/** The text as it is sent: `text()` would take the mark of UTF-8 from its beginning. */
const textOf = async (handler: Handler, address: string) =>
  Buffer.from(await (await ask(handler, address)).arrayBuffer()).toString("utf8");
const atom = async (address: string) => parseAtomFeed(await textOf(getAtom, address));
const json = async (address: string) => JSON.parse(await textOf(getJson, address));

const linkOf = ({ links = [] }: Awaited<ReturnType<typeof atom>>, rel: string) =>
  links.find((link) => link.rel === rel)?.href ?? null;

/** The ids of a feed from its newest document back through its archives. */
async function walk(address: string, meanwhile: (step: number) => Promise<unknown> = async () => null) {
  const ids: string[] = [];
  for (let next: string | null = address, step = 0; next; step++) {
    const document: Awaited<ReturnType<typeof atom>> = await atom(next);
    ids.push(...(document.entries ?? []).map(({ id = "" }) => id));
    next = linkOf(document, "prev-archive");
    await meanwhile(step);
  }
  return ids;
}

const idsOf = (entries: readonly { caseStudyId: string }[]) =>
  entries.map(({ caseStudyId }) => `urn:uuid:${caseStudyId}`).toSorted();
const everythingNow = async () => idsOf(await db.listing.findMany({ select: { caseStudyId: true } }));

describe("a walk through the archives of the Atom feed", () => {
  test("returns every case study once", async () => {
    expect((await walk("/case-studies.atom")).toSorted()).toEqual(idsOf(directory));
  });

  test("of a filtered list returns what the list has", async () => {
    const wanted = directory.filter(({ outcome }) => outcome === "mixed");
    expect(wanted.length).toBeGreaterThan(10);
    expect((await walk("/case-studies.atom?outcome=mixed")).toSorted()).toEqual(idsOf(wanted));
  });

  test("returns what there was when it began once, while something is published at each of its steps", async () => {
    const before = await everythingNow();
    const met = await walk("/case-studies.atom", (step) =>
      step < 8
        ? aVersion("published", { title: `Meanwhile ${step}` }, new Date(Date.UTC(2026, 0, 1, step)))
        : Promise.resolve(),
    );
    expect(met.toSorted()).toEqual(before);
    expect((await walk("/case-studies.atom")).toSorted()).toEqual(await everythingNow());
  });

  test("leads forward again as well", async () => {
    const newest = await atom("/case-studies.atom");
    const first = await atom(linkOf(newest, "prev-archive") ?? "");
    const second = await atom(linkOf(first, "prev-archive") ?? "");
    expect(linkOf(second, "next-archive")).toBe(linkOf(first, "self"));
    expect(linkOf(first, "next-archive")).toBeNull();
    expect(linkOf(first, "current")).toBe(linkOf(newest, "self"));
    expect(second.id).toBe(newest.id);
  });
});

describe("the other formats", () => {
  test("the JSON feed leads through the same documents", async () => {
    const ids: string[] = [];
    for (let next: string | undefined = "/case-studies.json"; next;) {
      const document: { items: { id: string }[]; next_url?: string } = await json(next);
      ids.push(...document.items.map(({ id }) => id));
      next = document.next_url;
    }
    expect(ids.toSorted()).toEqual(await everythingNow());
  });

  test("the CSV file has a line for everything in the list, in its order, whatever page was asked for", async () => {
    const text = await textOf(getCsv, "/case-studies.csv?sort=title&page=3");
    const slugs = [...text.matchAll(/^http:\/\/cases\.example:3000\/case-studies\/([a-z0-9-]+),/gm)].map(
      ([, slug]) => slug,
    );
    const rows = await db.$queryRaw<{ slug: string }[]>`
      select "slug" from "Listing" order by "titleSort" collate "C", "caseStudyId"`;
    expect(slugs).toEqual(rows.map(({ slug }) => slug));
    expect(text).toMatch(/^\uFEFFAddress,Published by,First published,Last changed,Title,/);
  });

  test("orders without an end for what is new are cut as the page is, by number", async () => {
    const second = await atom("/case-studies.atom?sort=title&page=2");
    expect(second.entries).toHaveLength(10);
    expect(linkOf(second, "previous")).toBe(`${origin}/case-studies.atom?sort=title`);
    expect(linkOf(second, "next")).toBe(`${origin}/case-studies.atom?sort=title&page=3`);
    expect(linkOf(second, "prev-archive")).toBeNull();
    const titles = await db.$queryRaw<{ title: string }[]>`
      select "title" from "Listing" order by "titleSort" collate "C", "caseStudyId" limit 10 offset 10`;
    expect(second.entries?.map(({ title }) => title?.value)).toEqual(titles.map(({ title }) => title));
  });
});

describe("what is updated", () => {
  const dates = async () => {
    const { updated, entries = [] } = await atom("/case-studies.atom");
    return [updated, ...entries.map((entry) => entry.updated)];
  };

  test("does not move when the listing is built anew", async () => {
    const before = await dates();
    await rebuildListing();
    expect(await dates()).toEqual(before);
  });

  test("moves with new words alone, while the id and the date of publication stay", async () => {
    const version = await aVersion("published", { title: "Before" }, new Date("2026-02-01T10:00:00Z"));
    const [before] = (await atom("/case-studies.atom")).entries ?? [];
    await aNextVersion(version, "published", new Date("2026-02-03T10:00:00Z"));
    const feed = await atom("/case-studies.atom");
    const [after] = feed.entries ?? [];
    expect(before).toMatchObject({ updated: "2026-02-01T10:00:00.000Z", published: "2026-02-01T10:00:00.000Z" });
    expect(after).toMatchObject({ id: before?.id, updated: "2026-02-03T10:00:00.000Z", published: before?.published });
    expect(feed.updated).toBe("2026-02-03T10:00:00.000Z");
  });

  test("moves when editors tag it anew and when the council tells what happened next, which is in its text", async () => {
    const told = "It still runs, with four buses.";
    const { token, caseStudyId, editor } = await anEnquiry("oneYear", { title: "Followed for a year" });
    const own = async () => {
      const { entries = [] } = await atom("/case-studies.atom?q=%22followed+for+a+year%22");
      return entries.find(({ id }) => id === `urn:uuid:${caseStudyId}`);
    };
    const { slug } = await db.caseStudy.findUniqueOrThrow({ where: { id: caseStudyId } });
    const said = async () => (await askJson(`/api/v1/case-studies/${slug}`)) as { changedAt: string };
    const published = (await own())?.published;
    expect((await own())?.updated).toBe(published);

    const [tagged, settled] = [new Date("2030-01-02T03:04:05Z"), new Date("2030-01-03T03:04:05Z")];
    const seen = await listTaggedVersions(db, [caseStudyId]);
    const retag = { add: { ...nothing, topics: ["arts"] }, remove: nothing };
    expect(await retagCaseStudies({ seen, retag, actor: editor, now: tagged })).toMatchObject({ ok: true });
    expect((await own())?.updated).toBe(tagged.toISOString());

    await answerEnquiry({ token, answer: "told", words: told });
    const { id } = await db.followUp.findFirstOrThrow({ where: { caseStudyId } });
    await settleFollowUp({ id, as: "published", text: told, actor: editor, now: settled });
    const entry = await own();
    expect(entry?.updated).toBe(settled.toISOString());
    expect(entry?.content?.value).toContain(told);
    expect((await said()).changedAt).toBe(settled.toISOString());
  });
});

test("an unpublished word, and a contact, is in nothing that machines read, from the first request after the commit (V8.2.3)", async () => {
  const word = "xylographic";
  const now = new Date("2026-03-01T10:00:00Z");
  const version = await aVersion("published", { title: `A ${word} case`, impact: word, contactConsent: true }, now);
  const all = async () => {
    const part = (request: Request) => getPart(request, { params: Promise.resolve({ part: "1.xml" }) });
    const texts = await Promise.all([
      ...["/case-studies.atom", `/case-studies.atom?q=${word}`, "/case-studies.atom?archive=2026-03"].map((one) =>
        textOf(getAtom, one),
      ),
      ...[textOf(getJson, "/case-studies.json"), textOf(getCsv, "/case-studies.csv"), textOf(part, "/sitemap/1.xml")],
    ]);
    return texts.map((text) => text.replaceAll(`q=${word}`, "").replaceAll(`“${word}”`, ""));
  };
  const seen = (await all()).map((text) => text.includes(word));
  expect(seen).toEqual([true, true, true, true, true, true]);
  for (const text of await all()) expect(text).not.toContain(someContact.email);

  const { id, editor: actor } = version;
  const gone = await moveVersion({ id, basedOn: 1, move: "withdraw", actor, reason: "Wrong figures" });
  expect(gone.ok).toBe(true);
  for (const text of await all()) expect(text).not.toContain(word);
});

describe("addresses", () => {
  test("of the old shape lead to their canonical form", async () => {
    for (const [handler, format] of [
      [getAtom, "atom"],
      [getJson, "json"],
      [getCsv, "csv"],
    ] as const) {
      const answer = await ask(handler, `/case-studies.${format}?topic%5B2452%5D=2452`);
      expect([answer.status, answer.headers.get("location")]).toEqual([301, `/case-studies.${format}?topic=libraries`]);
    }
  });

  test.each([
    [getAtom, "atom"],
    [getJson, "json"],
    [getCsv, "csv"],
  ] as const)(
    "that are only partly understood are refused with what to mend, repeating nothing",
    async (handler, format) => {
      const refused = async (search: string) => {
        const answer = await ask(handler, `/case-studies.${format}?${search}`);
        expect([answer.status, answer.headers.get("content-type")]).toEqual([400, "application/problem+json"]);
        expect([answer.headers.get("cache-control"), answer.headers.get("etag")]).toEqual(["no-store", null]);
        const text = await answer.text();
        expect(text).not.toMatch(/secret|zzz|never/);
        return problem.parse(JSON.parse(text));
      };
      const said = await refused("topic=secret&zzz=1&archive=never");
      expect(said.detail).toBe(
        "Part of this address could not be used: topic, archive and 1 other parameter. Correct it or leave it out.",
      );
      expect(said.errors?.map(({ parameter }) => parameter)).toEqual(["topic", "archive"]);
      expect((await refused("page=two&sort=best")).detail).toContain("used: sort and page.");
      expect((await refused("zzz=1")).detail).toContain("used: 1 other parameter.");
      expect((await refused("sort=title&archive=2026-03")).detail).toContain("used: archive.");
      // Of the old shape, and no topic of ours.
      await refused("topic%5B999999%5D=999999");
    },
  );

  test("are not refused for what follows readers about, nor for fields left empty", async () => {
    for (const search of ["utm_source=letter&gclid=1", "q=&topic=&from=&archive="])
      expect((await ask(getAtom, `/case-studies.atom?${search}`)).status).toBe(200);
  });

  test("of an archive are no addresses of a spreadsheet", async () => {
    expect((await ask(getAtom, "/case-studies.atom?archive=2026-03")).status).toBe(200);
    expect((await ask(getCsv, "/case-studies.csv?archive=2026-03")).status).toBe(400);
  });

  test("are whole wherever one stands", async () => {
    const [feed, sitemap] = [await textOf(getAtom, "/case-studies.atom"), await textOf(getSitemap, "/sitemap.xml")];
    expect(feed).not.toMatch(/(?:href|src)=(?:"|&quot;)(?!https?:|mailto:)/);
    expect(sitemap).toContain(`<loc>${origin}/sitemap/1.xml</loc>`);
  });
});

test("whoever has a document already is told so, until something is published", async () => {
  for (const [handler, address] of [
    [getAtom, "/case-studies.atom?topic=buses"],
    [getSitemap, "/sitemap.xml"],
  ] as const) {
    const tag = (await ask(handler, address)).headers.get("etag") ?? "";
    const again = await ask(handler, address, { "if-none-match": tag });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    await aVersion("published", { title: "One more" }, new Date("2026-04-01T10:00:00Z"));
    expect((await ask(handler, address, { "if-none-match": tag })).status).toBe(200);
  }
});

test("the sitemap has what can be listed, each address once, and no filtered list", async () => {
  const answer = await getPart(
    new Request("http://localhost/sitemap/1.xml", { headers: { host: "cases.example:3000" } }),
    {
      params: Promise.resolve({ part: "1.xml" }),
    },
  );
  const text = await answer.text();
  const addresses = [...text.matchAll(/<loc>(.*)<\/loc>/g)].map(([, address = ""]) => address.replace(origin, ""));
  expect(new Set(addresses).size).toBe(addresses.length);
  const published = await db.listing.findMany({ select: { slug: true } });
  for (const { slug } of published) expect(addresses).toContain(`/case-studies/${slug}`);
  expect(addresses).toEqual(
    expect.arrayContaining(["/", "/case-studies", "/topics/buses", "/case-studies?topic=buses", "/about"]),
  );
  expect(addresses.filter((address) => /[?&](?!topic=)|&/.test(address))).toEqual([]);
  const missing = await getPart(new Request("http://localhost/sitemap/2.xml"), {
    params: Promise.resolve({ part: "2.xml" }),
  });
  expect(missing.status).toBe(404);
});

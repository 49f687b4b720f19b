import { beforeAll, describe, expect, test } from "vitest";
import { listCards } from "#lib/data/directory/listings.ts";
import { spend } from "#lib/data/limits.ts";
import { gateHeaders } from "#lib/domain/abuse/gate-headers.ts";
import { everything, type Sort } from "#lib/domain/listing/query.ts";
import { aDirectory, rareWords } from "#tests/support/directory.ts";
import { askApi, askJson } from "#tests/support/api.ts";
import { aVersion } from "#tests/support/versions.ts";

interface List {
  total: number;
  items: { slug: string }[];
  next: string | null;
}
interface Problem {
  status: number;
  errors: { parameter: string; detail: string }[];
}

beforeAll(async () => {
  await aDirectory(27);
});

async function walk(address: string, between: () => Promise<unknown> = async () => undefined): Promise<string[]> {
  const slugs: string[] = [];
  for (let next: string | null = address; next;) {
    const response = await askApi(next);
    const list = (await response.json()) as List;
    expect(response.headers.get("link")).toBe(list.next && `<${list.next}>; rel="next"`);
    slugs.push(...list.items.map(({ slug }) => slug));
    next = list.next;
    await between();
  }
  return slugs;
}

const inOrder = async (sort: Sort, q = "") =>
  (await listCards({ ...everything, sort, q }, 1000)).map(({ slug }) => slug);

describe("following the list from answer to answer", () => {
  test.each(["newest", "oldest", "title"] as const)("by %s gives the order of the page", async (sort) => {
    for (const limit of [1, 4, 27, 100])
      expect(await walk(`/api/v1/case-studies?sort=${sort}&limit=${limit}`)).toEqual(await inOrder(sort));
  });

  test("of a search too", async () => {
    const [word = ""] = rareWords;
    expect(await walk(`/api/v1/case-studies?q=${word}&limit=2`)).toEqual(await inOrder("relevance", word));
  });

  test.each(["newest", "oldest", "title"] as const)(
    "by %s gives what was there exactly once, whatever is published meanwhile",
    async (sort) => {
      const before = await inOrder(sort);
      let round = 0;
      const dates = ["2019-01-01", "2023-06-01", "2026-11-01"];
      const publish = () => {
        const number = (round += 1);
        if (number > 5) return Promise.resolve();
        const now = new Date(dates[number % 3] ?? "");
        return aVersion("published", { title: `${number % 2 ? "Aa" : "Zz"} meanwhile ${sort} ${number}` }, now);
      };
      const seen = await walk(`/api/v1/case-studies?sort=${sort}&limit=3`, publish);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.filter((slug) => before.includes(slug))).toEqual(before);
      expect(seen.length).toBeGreaterThan(before.length);
    },
  );

  test("with filters keeps them", async () => {
    const all = await walk("/api/v1/case-studies?outcome=mixed&outcome=worked&limit=2");
    const once = await askJson<List>("/api/v1/case-studies?outcome=mixed&outcome=worked&limit=100");
    expect(all).toEqual(once.items.map(({ slug }) => slug));
    expect(all.length).toBe(once.total);
    expect(all.length).toBeLessThan((await inOrder("newest")).length);
  });
});

describe("parameters that cannot be used are each named", () => {
  test.each([
    ["colour=red", ["colour"]],
    ["page=2", ["page"]],
    ["topic=nothing", ["topic"]],
    ["topic=libraries&topic=nothing&size=9&sort=worst", ["size", "topic", "sort"]],
    ["from=2024-13", ["from"]],
    ["from=2024-05&to=2024-01", ["from", "to"]],
    ["sort=relevance", ["sort"]],
    ["sort=newest&sort=title", ["sort"]],
    ["limit=0", ["limit"]],
    ["limit=101", ["limit"]],
    ["limit=1&limit=2", ["limit"]],
    ["limit=ten", ["limit"]],
    ["cursor=abc", ["cursor"]],
    ["cursor=a.b&cursor=c", ["cursor"]],
    ["topic[2452]=2452", ["topic[2452]"]],
  ])("%s", async (search, names) => {
    const response = await askApi(`/api/v1/case-studies?${search}`);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const problem = (await response.json()) as Problem;
    expect([response.status, problem.status]).toEqual([400, 400]);
    expect(problem.errors.map(({ parameter }) => parameter)).toEqual(names);
    expect(problem.errors.every(({ detail }) => detail.length > 10)).toBe(true);
  });

  test.each(["", "q=", "topic=&limit=", "utm_source=letter", "limit=100"])("but “%s” is well", async (search) => {
    expect((await askApi(`/api/v1/case-studies?${search}`)).status).toBe(200);
  });

  test("a cursor of another question is one of them, and one that was tampered with (V9.1.1, V9.2.2)", async () => {
    const { next } = await askJson<List>("/api/v1/case-studies?limit=2");
    const cursor = new URL(next ?? "", "http://x").searchParams.get("cursor") ?? "";
    const statusOf = async (search: string) => (await askApi(`/api/v1/case-studies?${search}`)).status;
    expect(await statusOf(`limit=2&cursor=${cursor}`)).toBe(200);
    expect(await statusOf(`limit=3&cursor=${cursor}`)).toBe(400);
    expect(await statusOf(`limit=2&sort=title&cursor=${cursor}`)).toBe(400);
    expect(await statusOf(`limit=2&cursor=x${cursor}`)).toBe(400);
  });
});

test("whoever asks without end from one address is told when it works again; what they have still counts", async () => {
  const from = { [gateHeaders.clientAddress]: "203.0.113.7" };
  const first = await askApi("/api/v1/topics", from);
  expect(first.status).toBe(200);
  await spend("read", { address: "203.0.113.7" }, 10_000);
  const refused = await askApi("/api/v1/topics", from);
  expect([refused.status, refused.headers.get(gateHeaders.limit)]).toEqual([429, "reads-address"]);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(60);
  const unchanged = { ...from, "if-none-match": first.headers.get("etag") ?? "" };
  expect((await askApi("/api/v1/topics", unchanged)).status).toBe(304);
  expect((await askApi("/api/v1/topics", { [gateHeaders.clientAddress]: "203.0.113.8" })).status).toBe(200);
});

describe("an answer that is still right", () => {
  const tagOf = async (address: string, tag = "") => {
    const response = await askApi(address, tag ? { "if-none-match": tag } : {});
    return { status: response.status, tag: response.headers.get("etag") ?? "", text: await response.text() };
  };

  test.each(["/api/v1/case-studies?limit=3", "/api/v1/topics", "/api/v1/suggest?q=li", "/api/v1/openapi.json"])(
    "is not sent again, until something is published: %s",
    async (address) => {
      const first = await tagOf(address);
      expect(first.tag).toMatch(/^W\/"[\w-]+"$/);
      expect(await tagOf(address, first.tag)).toEqual({ status: 304, tag: first.tag, text: "" });
      expect((await tagOf(address, `"x", ${first.tag.replace("W/", "")}`)).status).toBe(304);
      expect((await tagOf(address, '"other"')).status).toBe(200);
      await aVersion("published", { title: `News for ${address}` });
      const later = await tagOf(address, first.tag);
      expect(later.status).toBe(200);
      expect(later.tag).not.toBe(first.tag);
    },
  );

  test("no tag opens another address", async () => {
    const { tag } = await tagOf("/api/v1/topics");
    expect((await tagOf("/api/v1/case-studies/no-such", tag)).status).toBe(404);
  });
});

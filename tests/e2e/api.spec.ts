import { ask } from "../support/ask.ts";
import { expect, test } from "./test.ts";

const asJson = async <Body>(path: string) => JSON.parse((await ask(path)).text) as Body;
interface List {
  items: { slug: string; api: string; url: string }[];
  next: string | null;
}

test("every link to an example on the page about the API can be opened", async () => {
  const { text } = await ask("/api");
  const links = [...text.matchAll(/href="(\/(?:api\/v1|downloads)[^"]*)"/g)].map(([, path = ""]) => path);
  const paths = [...new Set(links)].map((path) => path.replaceAll("&amp;", "&"));
  expect(paths.length).toBeGreaterThan(10);
  for (const path of paths) expect((await ask(path)).status, path).toBe(path.includes("colour=red") ? 400 : 200);
});

test("an answer may be read by pages of other sites, and is not sent twice", async () => {
  const [first] = (await asJson<List>("/api/v1/case-studies?limit=1")).items;
  for (const path of [
    "/api/v1/case-studies?topic=libraries",
    `/case-studies/${first?.slug}.json`,
    "/downloads/casebook.csv",
  ]) {
    // Another test may change what is answered between two questions, but not again and again.
    await expect(async () => {
      const { status, headers } = await ask(path, { origin: "https://elsewhere.example" });
      expect(status, path).toBe(200);
      expect(headers["access-control-allow-origin"]).toBe("*");
      expect(headers["cross-origin-resource-policy"]).toBe("cross-origin");
      expect(headers["set-cookie"]).toBeUndefined();
      for (const coding of ["identity", "br"]) {
        const again = await ask(path, { "if-none-match": String(headers["etag"]), "accept-encoding": coding });
        expect([again.status, again.wire.length], path).toEqual([304, 0]);
      }
    }).toPass({ intervals: [0, 100, 100], timeout: 10_000 });
  }
});

test("a case study’s page has the same answer behind it with .json", async () => {
  const [first] = (await asJson<List>("/api/v1/case-studies?outcome=mixed&limit=1")).items;
  const own = await ask(`${first?.url}.json`);
  expect(own.headers["content-type"]).toBe("application/json");
  expect(own.text).toBe((await ask(first?.api ?? "")).text);
});

test("errors are problems, whoever finds them", async () => {
  const wrong: [string, number][] = [
    ["/api/v1/case-studies?page=2", 400],
    ["/api/v1/%zz", 400],
    ["/api/v1/nowhere", 404],
    ["/api/v1/case-studies/no-such-case-study", 404],
    ["/case-studies/no-such-case-study.json", 404],
    [`/api/v1/case-studies?q=${"a".repeat(132_000)}`, 414],
  ];
  for (const [path, status] of wrong) {
    const answer = await ask(path);
    expect(answer.status, path.slice(0, 80)).toBe(status);
    expect(answer.headers["content-type"]).toBe("application/problem+json");
    expect(JSON.parse(answer.text)).toMatchObject({ status });
  }
});

test("the list followed to its end is the whole directory, and has no contact in it", async () => {
  const slugs: string[] = [];
  let texts = "";
  for (let next: string | null = "/api/v1/case-studies?sort=title&limit=100"; next;) {
    const { text } = await ask(next);
    const list = JSON.parse(text) as List;
    slugs.push(...list.items.map(({ slug }) => slug));
    texts += text;
    next = list.next;
  }
  const csv = (await ask("/downloads/casebook.csv")).text;
  expect(new Set(slugs).size).toBe(slugs.length);
  expect(slugs.length).toBeGreaterThan(600);
  const contacts = await Promise.all(
    slugs
      .slice(0, 20)
      .map(
        async (slug) => (await asJson<{ contact: { email: string } | null }>(`/api/v1/case-studies/${slug}`)).contact,
      ),
  );
  const emails = contacts.flatMap((contact) => contact?.email ?? []);
  expect(emails.length).toBeGreaterThan(0);
  for (const email of emails) expect([texts.includes(email), csv.includes(email)], email).toEqual([false, false]);
});

import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { aDirectory } from "#tests/support/directory.ts";
import { askApi, askJson, checkAgainst, type Document } from "#tests/support/api.ts";
import { often } from "#tests/support/thorough.ts";

interface Schema {
  type?: string;
  enum?: string[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  items?: Schema;
}
interface Parameter {
  name: string;
  in: string;
  schema: Schema;
  example?: unknown;
}

const seed = 20261128;
const runs = often(1000, 5000);
let document: Document;

beforeAll(async () => {
  await aDirectory(40);
  document = await askJson<Document>("/api/v1/openapi.json");
});

const hostile = fc.constantFrom(
  ...[
    "",
    " ",
    "0",
    "-1",
    "1e9",
    "999999999999999999999",
    "NaN",
    "null",
    "true",
    "[]",
    "{}",
    "__proto__",
    "constructor",
  ],
  ...[
    "'",
    "' or 1=1 --",
    '"',
    "\\",
    "%",
    "%00",
    "\u0000",
    "\uFFFF",
    "../..",
    "<script>",
    "a".repeat(3000),
    "é",
    "🙂",
    "- - -",
  ],
  ...["2024-13", "2024-2", "0000-00", "9999-12", "relevance", "title", "topic[2452]", "*:*", ":*", "a & b", "!", "()"],
);

/** Values a parameter may have, values it may not, and values nobody would think of. */
function valuesOf({ schema, example }: Parameter): fc.Arbitrary<string> {
  const { enum: options, type, minimum = 0, maximum = 9, pattern } = schema.items ?? schema;
  const good = options
    ? fc.constantFrom(...options)
    : type === "integer"
      ? fc.integer({ min: minimum - 1, max: maximum + 1 }).map(String)
      : pattern
        ? fc.stringMatching(new RegExp(pattern))
        : fc.string({ unit: "binary", maxLength: 20 });
  const examples = example === undefined ? [] : [fc.constantFrom(...[example].flat().map(String))];
  return fc.oneof({ weight: 4, arbitrary: good }, ...examples, hostile, fc.string({ unit: "binary", maxLength: 40 }));
}

function addressesOf(path: string, parameters: readonly Parameter[], slugs: readonly string[]) {
  const known = parameters.filter((one) => one.in === "query");
  const pair = fc.oneof(
    ...known.map((one) => ({ weight: 3, arbitrary: fc.tuple(fc.constant(one.name), valuesOf(one)) })),
    fc.tuple(fc.oneof(hostile, fc.constantFrom("page", "keys", "sort_by", "utm_source")), hostile),
  );
  const slug = fc.oneof(
    fc.constantFrom(...slugs),
    hostile.filter((text) => text !== ""),
    fc.string({ minLength: 1, maxLength: 30 }),
  );
  return fc.tuple(fc.array(pair, { maxLength: known.length ? 5 : 2 }), slug).map(([pairs, name]) => {
    const search = new URLSearchParams(
      pairs.map(([key, value]) => [key.toWellFormed(), value.toWellFormed()]),
    ).toString();
    return {
      path,
      address: `${path.replace("{slug}", () => encodeURIComponent(name.toWellFormed()))}${search && `?${search}`}`,
    };
  });
}

test("requests made of the document get no fault and only shapes it describes (V1.4.2, V15.3.1)", async () => {
  const check = checkAgainst(document);
  const { items } = await askJson<{ items: { slug: string }[] }>("/api/v1/case-studies?limit=100");
  const operations = Object.entries(document.paths).filter(([path]) => path.startsWith("/api/"));
  const requests = fc.oneof(
    ...operations.map(([path, { get }]) => ({
      weight: path === "/api/v1/case-studies" ? 6 : 1,
      arbitrary: addressesOf(
        path,
        get.parameters as Parameter[],
        items.map(({ slug }) => slug),
      ),
    })),
  );
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(requests, async ({ path, address }) => {
      // A dot by itself is gone before any handler sees it.
      fc.pre(!new URL(address, "http://x").pathname.endsWith("/"));
      const response = await askApi(address);
      seen.set(`${path} ${response.status}`, (seen.get(`${path} ${response.status}`) ?? 0) + 1);
      expect(response.status, address).toBeLessThan(500);
      const body = await response.clone().text();
      if (response.status === 400) expect(JSON.parse(body), address).toHaveProperty("errors.0.parameter");
      expect(await check(path, response), address).toEqual([]);
    }),
    { seed, numRuns: runs },
  );
  const total = [...seen.values()].reduce((sum, count) => sum + count, 0);
  expect(total).toBeGreaterThanOrEqual(runs);
  // Enough of them got through to the database, and enough were refused, for the run to mean something.
  for (const wanted of ["/api/v1/case-studies 200", "/api/v1/case-studies 400", "/api/v1/case-studies/{slug} 200"])
    expect(seen.get(wanted), wanted).toBeGreaterThan(runs / 200);
}, 300_000);

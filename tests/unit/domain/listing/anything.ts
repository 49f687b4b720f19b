import fc from "fast-check";
import { groupKeys } from "#lib/domain/listing/groups.ts";
import { catalogue } from "#tests/support/catalogue.ts";

export type Pair = readonly [name: string, value: string];

const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));
const hostile = fc.constantFrom(
  ..."%|%zz|%5B|%255B|__proto__|constructor|<script>|' or 1=1 --|..|\0|a\0b| |\u2003|😀|\ud83d|\udc00|e\u0301|ﷺ|+|&|=|#|[|]|ß".split(
    "|",
  ),
);
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.string({ unit: anyUnit }),
  hostile,
  fc.tuple(hostile, fc.nat(5_000)).map(([piece, times]) => piece.repeat(times)),
);

const sorts = ["relevance", "newest", "oldest", "title"];
const known = groupKeys.flatMap((key) => catalogue[key].map(({ slug }) => [key, slug] as const));
const year = fc.integer({ min: 1990, max: 2040 });
const month = fc.tuple(year, fc.integer({ min: 0, max: 13 })).map(([y, m]) => `${y}-${String(m).padStart(2, "0")}`);
const wrong = fc.tuple(fc.constantFrom("q", ...groupKeys, "like", "from", "to", "sort", "page"), text);

/** A choice of ours that exists. */
export const choice: fc.Arbitrary<Pair> = fc.constantFrom(...known);
/** One value for a name that takes one, good or nearly so. */
export const single = {
  q: text,
  from: month,
  to: month,
  sort: fc.constantFrom(...sorts, "random"),
  page: fc.oneof(fc.integer({ min: -2, max: 30 }).map(String), fc.constantFrom("1e3", "99999999", "02")),
};
/** One of our parameters: right, nearly right or wrong. */
export const ours: fc.Arbitrary<Pair> = fc.oneof(
  choice,
  wrong,
  ...Object.entries(single).map(([name, value]) => fc.tuple(fc.constant(name), value)),
);
/** A parameter of the directory this one was modelled on. */
export const old: fc.Arbitrary<Pair> = fc.oneof(
  fc.tuple(
    fc.constantFrom("topic[2452]", "topic[]", "topic%5B2452%5D", "subject[2603]", "subject%5b%5d", "topic"),
    fc.constantFrom("2452", "2449", "2603", "9999", "libraries"),
  ),
  fc.tuple(fc.constant("keys"), text),
  fc.tuple(fc.constant("sort_by"), fc.constantFrom("title", "created", "search_api_relevance", "colour")),
  fc.tuple(fc.constant("sort_order"), fc.constantFrom("ASC", "DESC", "asc", "x")),
  fc.tuple(fc.constant("page"), fc.nat(40).map(String)),
);
/** A parameter that is nobody's, or somebody's who counts visits. */
export const foreign: fc.Arbitrary<Pair> = fc.tuple(
  fc.oneof(text, fc.constantFrom("utm_source", "gclid", "FBCLID", "toString", "hasOwnProperty")),
  text,
);
/** Parameters of an address, in order: any at all. */
export const anything = fc.array(fc.oneof({ arbitrary: ours, weight: 4 }, old, foreign), { maxLength: 14 });

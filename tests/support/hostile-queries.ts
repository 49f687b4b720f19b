import fc from "fast-check";

/** A query and what the page must say about it: which parameters of ours it cannot use, and how many others. */
export interface HostileQuery {
  query: string;
  names: string[];
  others: number;
}

interface Part {
  text: string;
  /** A parameter of ours that cannot be used, or one that is none of ours. */
  unusable?: string;
  unknown?: string;
}

const order = ["q", "topic", "support", "region", "council", "type", "collection", "outcome", "cost", "evidence"];
order.push("from", "to", "sort", "page");

const nasty = fc.constantFrom(
  ...[
    "' OR 1=1--",
    '"; drop table "Version"; --',
    "<script>alert(1)</script>",
    "${7*7}",
    "{{7*7}}",
    "../../etc/passwd",
  ],
  ...["\u202egnp.exe", "👩‍👩‍👧‍👦", "ﷺ".repeat(50), "\u0000", "a\u0000b", "\r\nSet-Cookie: a=b", "%", "%25zz", "\\", "&amp;"],
  ...["a".repeat(3000), "(((((", "!&|:*()<->", "\uD83D", "NaN", "Infinity", "-0", "1e309", "null", "[object Object]"],
);
const anyText = fc.oneof(nasty, fc.string({ unit: "binary", maxLength: 40 }), fc.string({ maxLength: 200 }));
const written = (text: string) => encodeURIComponent(text.toWellFormed());

const words = fc
  .oneof(nasty, fc.string({ unit: "grapheme", maxLength: 300 }))
  .map((value): Part => ({ text: `q=${written(value)}` }));

const known: fc.Arbitrary<Part> = fc
  .constantFrom(
    ...["topic=libraries", "topic=flooding", "support=training", "region=wales", "type=county", "outcome=mixed"],
    ...["cost=under-10k", "evidence=comparison", "utm_source=x", "gclid=1", "topic=", "council=dorset", "&", "=", ""],
  )
  .map((text) => ({ text }));

const unusable: fc.Arbitrary<Part> = fc
  .tuple(fc.constantFrom(...order.slice(1)), anyText)
  .map(([name, value]) => ({ text: `${name}=${written(`!${value}`)}`, unusable: name }));

// Names that every object, array or promise has already, so that careless code finds something under them.
const inherited = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "then", "length", "status"];
const unknown: fc.Arbitrary<Part> = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(...inherited),
      anyText.map((name) => `x${name}`),
    ),
    anyText,
  )
  .map(([name, value]) => ({ text: `${written(name)}=${written(`v${value}`)}`, unknown: asRead(name) }));

const broken: fc.Arbitrary<Part> = fc
  .constantFrom("%", "%zz", "%FF", "%C0%80", "%ED%A0%80", "%f0%9f")
  .map((escape) => ({ text: `topic=${escape}`, unusable: "topic" }));

const part = fc.oneof(
  { weight: 3, arbitrary: known },
  { weight: 2, arbitrary: unusable },
  { weight: 3, arbitrary: unknown },
  { weight: 1, arbitrary: broken },
);

/** The same hostile queries at every run. */
export function hostileQueries(count: number): HostileQuery[] {
  const parts = fc.tuple(fc.option(words), fc.array(part, { maxLength: 12 }));
  return fc.sample(parts, { numRuns: count, seed: 20_261_122 }).map(([asked, rest]) => {
    const all = [...(asked ? [asked] : []), ...rest];
    const names = new Set(all.flatMap(({ unusable: name }) => name ?? []));
    const others = new Set(all.flatMap(({ unknown: name }) => name ?? []));
    return {
      query: all.map(({ text }) => text).join("&"),
      names: order.filter((name) => names.has(name)),
      others: others.size,
    };
  });
}

/** NUL and halves of characters reach the page as the sign for something unreadable. */
function asRead(name: string): string {
  return name.toWellFormed().replaceAll("\0", "\uFFFD");
}

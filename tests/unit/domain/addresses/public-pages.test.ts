import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupKeys } from "#lib/domain/listing/groups.ts";
import { parametersOf } from "#lib/domain/listing/parameters.ts";
import { listingNames, readListing } from "#lib/domain/listing/read.ts";
import { publicPageKey } from "#lib/domain/addresses/public-pages.ts";
import { catalogue } from "#tests/support/catalogue.ts";

describe("one name for the addresses of one page", () => {
  test.each([
    ["/", "", "/"],
    ["/", "utm_source=letter", "/"],
    ["/case-studies", "topic=housing&topic=adult-social-care", "/case-studies?topic=adult-social-care&topic=housing"],
    ["/case-studies", "sort=title&q=&topic=housing&topic=housing", "/case-studies?sort=title&topic=housing"],
    ["/case-studies", "q=b&q=a", "/case-studies?q=b&q=a"],
    ["/case-studies/night-buses", "gclid=1", "/case-studies/night-buses"],
    ["/councils", "q=essex", "/councils?q=essex"],
    ["/_next/static/chunks/a.css", "dpl=1", "/_next/static/chunks/a.css"],
    ["/icon.svg", "icon.1a2b.svg", "/icon.svg"],
  ])("%s?%s is kept as %s", (path, query, key) => expect(publicPageKey(path, query)).toBe(key));

  test.each([
    ["/case-studies", "colour=red"],
    ["/topics", "q=a"],
    ["/case-studies/night-buses.json", ""],
    ["/case-studies/night-buses/suggest", ""],
    ["/case-studies/night-buses/problem", ""],
    ["/case-studies.atom", ""],
    ["/submit/start", ""],
    ["/downloads", ""],
    ["/editor/queue", ""],
    ["/track/abc", ""],
    ["/sign-in", ""],
  ])("%s?%s is not kept (V14.2.2)", (path, query) => expect(publicPageKey(path, query)).toBeNull());

  test("whatever has the same name is the same listing", () => {
    const values = [
      ...groupKeys.flatMap((key) => catalogue[key].slice(0, 3).map(({ slug }) => slug)),
      "a",
      "B c",
      "",
      "2024-05",
      "2",
      "title",
      "é",
    ];
    const pairs = fc.array(fc.tuple(fc.constantFrom(...listingNames, "utm_medium"), fc.constantFrom(...values)), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(pairs, (given) => {
        const query = new URLSearchParams(given).toString();
        const key = publicPageKey("/case-studies", query) ?? "";
        const kept = readListing(parametersOf(key.split("?")[1] ?? ""), catalogue);
        expect(kept).toEqual(readListing(parametersOf(query), catalogue));
      }),
      { numRuns: 2000 },
    );
  });
});

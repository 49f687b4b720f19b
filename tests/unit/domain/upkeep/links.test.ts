import { expect, test } from "vitest";
import { counted, isBroken } from "#lib/domain/upkeep/link-results.ts";
import { linksIn } from "#lib/domain/upkeep/links.ts";
import { current, getTemplate } from "#lib/domain/template/templates.ts";

test("every address that words and links lead to is found once, without what is for the browser alone", () => {
  const answers = {
    challenge:
      "See [the report](https://a.example/report#page=3) and <https://b.example>.\n\n| [c](http://c.example) |",
    solution: "Again [the report](https://a.example/report), www.d.example, mailto:x@e.example and [here](#part).",
    links: [
      { title: "", url: "https://f.example/ü?q=1" },
      { title: "No web", url: "ftp://g.example" },
    ],
  };
  expect(linksIn(getTemplate(current.caseStudy), answers)).toEqual([
    "https://a.example/report",
    "https://b.example/",
    "http://c.example/",
    "https://www.d.example/",
    "https://f.example/%C3%BC?q=1",
  ]);
});

test("what a page shows as words alone is followed by nobody", () => {
  const challenge = "[a](kent.gov.uk) [b](javascript:x) [c](//e.example) [d](http:f.example) [e](WWW.g.example/x)";
  expect(linksIn(getTemplate(current.caseStudy), { challenge })).toEqual(["https://www.g.example/x"]);
});

test("how often a link has failed is counted from its first night, and forgotten when it works", () => {
  const [first, second] = [new Date("2027-01-01T02:00Z"), new Date("2027-01-02T02:00Z")];
  const once = counted(null, "dead", first);
  expect(once).toEqual({ failingSince: first, failures: 1 });
  expect(counted(once, "slow", second)).toEqual({ failingSince: first, failures: 2 });
  expect(counted(once, "moved", second)).toEqual({ failingSince: null, failures: 0 });
  expect(isBroken("moved")).toBe(false);
});

test("an address that is longer than any server takes is followed by nobody", () => {
  const url = (length: number) => `https://a.example/${"x".repeat(length - 18)}`;
  expect(linksIn(getTemplate(current.caseStudy), { challenge: `[a](${url(2000)}) [b](${url(2001)})` })).toEqual([
    url(2000),
  ]);
});

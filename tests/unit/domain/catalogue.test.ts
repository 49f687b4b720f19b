import { describe, expect, test } from "vitest";
import { councilSlug } from "#lib/domain/catalogue/councils/council-slug.ts";
import { moved } from "#lib/domain/catalogue/moved.ts";
import { hasCircle, merged, type Succession } from "#lib/domain/catalogue/councils/successions.ts";

describe("a place up or down", () => {
  test.each([
    ["b", "up", "b a c"],
    ["b", "down", "a c b"],
    ["a", "up", "a b c"],
    ["c", "down", "a b c"],
    ["z", "up", "a b c"],
  ] as const)("%s goes %s: %s", (thing, direction, expected) => {
    expect(moved(["a", "b", "c"], thing, direction).join(" ")).toBe(expected);
  });
});

describe("the slug of a council", () => {
  const free = () => false;
  const kent = { name: "Kent County Council", shortName: "Kent", slug: "kent" };

  test("is what people say, or its whole name where another has that", () => {
    expect(councilSlug(kent, null, free)).toBe("kent");
    expect(councilSlug(kent, null, (slug) => slug === "kent")).toBe("kent-county-council");
    expect(councilSlug(kent, null, () => true)).toBeNull();
  });

  test("stays while it fits, and while the names stay", () => {
    expect(councilSlug({ ...kent, name: "Council of Kent" }, kent, free)).toBe("kent");
    expect(councilSlug(kent, { ...kent, slug: "kent-2" }, () => true)).toBe("kent-2");
    expect(councilSlug({ ...kent, shortName: "West Kent" }, kent, free)).toBe("west-kent");
  });

  test("says nothing of a council being made up", () => {
    const saltmere = { name: "Saltmere Council (example)", shortName: "Saltmere (example)" };
    expect(councilSlug(saltmere, null, free)).toBe("saltmere");
  });
});

describe("successions", () => {
  const pairs = (text: string) =>
    text
      .split(" ")
      .filter(Boolean)
      .map((pair) => pair.split(">") as unknown as Succession);
  const written = (all: readonly Succession[]) =>
    all
      .map((pair) => pair.join(">"))
      .toSorted()
      .join(" ");

  test.each([
    ["a>b b>c", false],
    ["a>b a>c b>d c>d", false],
    ["a>b b>a", true],
    ["a>a", true],
    ["x>y a>b b>c c>a", true],
  ])("%s has a circle: %s", (text, expected) => {
    expect(hasCircle(pairs(text))).toBe(expected);
  });

  test.each([
    ["what came before and after it does so of the other", "p>a a>s", "b>s p>b"],
    ["nothing is said twice", "p>a p>b", "p>b"],
    ["nobody comes before themselves", "a>b p>a", "p>b"],
    ["nor after themselves", "b>a a>s", "b>s"],
    ["nor in a circle over others", "a>p p>b x>a", "p>b x>b"],
    ["others stay as they are", "x>y y>z", "x>y y>z"],
  ])("merging a into b: %s", (_, before, after) => {
    expect(written(merged(pairs(before), "a", "b"))).toBe(after);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearMiss } from "#lib/domain/addresses/near-miss.ts";

describe("an address that somebody nearly had", () => {
  test.each([
    ["/case-studies/night-buses.", "/case-studies/night-buses"],
    ["/case-studies/night-buses),", "/case-studies/night-buses"],
    ["/case-studies/night-buses%22", "/case-studies/night-buses"],
    ["/case-studies/night-buses%E2%80%9D", "/case-studies/night-buses"],
    ["/case-studies/night-buses'", "/case-studies/night-buses"],
    ["/case-studies/night-buses./", "/case-studies/night-buses"],
    ["/Case-Studies/Night-Buses", "/case-studies/night-buses"],
    ["/case-studies/night-buses.JSON", "/case-studies/night-buses.json"],
    ["/TOPICS", "/topics"],
    ["/support-types/Training;", "/support-types/training"],
    ["/collections/under-10-000.", "/collections/under-10-000"],
  ])("%s means %s", (path, meant) => {
    expect(nearMiss(path)).toBe(meant);
  });

  test.each([
    "/",
    "/councils/leeds",
    "/councils/leeds/",
    "/case-studies/night-buses.json",
    "/About",
    "/about.",
    "/Case-Studies/night-buses/suggest",
    "/councils/Ynys-M%C3%B4n",
    "/councils/%zz.",
    "/councils/..",
    "//evil.example/Topics",
    "/councils//evil.example.",
    "/councils/%2F%2Fevil.example.",
    "/submit/AbC",
  ])("%s means itself, or nothing of ours", (path) => {
    expect(nearMiss(path)).toBeNull();
  });

  test("is a plain path of ours whatever was sent, and needs no second correction", () => {
    const part = fc.oneof(
      fc.constantFrom("/", "councils", "Councils", "/topics/", "leeds", ".", ",", "%22", "%2e", "..", "\\", "%", "?"),
      fc.string({ unit: "binary", maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const meant = nearMiss(`/${parts.join("")}`);
        if (meant === null) return;
        expect(meant).toMatch(/^\/[a-z][a-z0-9./-]*$/);
        expect(nearMiss(meant)).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });
});

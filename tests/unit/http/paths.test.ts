import { describe, expect, test } from "vitest";
import { everything } from "#lib/domain/listing/query.ts";
import { addressOf } from "#lib/domain/listing/write.ts";
import { paths } from "#lib/http/paths.ts";

describe("the address of a listing", () => {
  test("is the whole list when nothing is said", () => {
    expect(paths.listing()).toBe("/case-studies");
    expect(paths.listing(everything)).toBe("/case-studies");
  });

  test("is the canonical one of the query", () => {
    const some = { q: "<b>&", topic: ["libraries", "arts"], page: 3 };
    expect(paths.listing(some)).toBe(addressOf({ ...everything, ...some }));
    expect(paths.listing(some)).toBe("/case-studies?q=%3Cb%3E%26&topic=arts&topic=libraries&sort=newest&page=3");
  });

  test("with one choice made is what a link beside a card leads to", () => {
    expect(paths.chosen("topic", "early-years")).toBe("/case-studies?topic=early-years");
    expect(paths.chosen("council", "dorset")).toBe("/case-studies?council=dorset");
  });
});

type Named = (...names: string[]) => string;

/** Addresses of editors, who alone are led to them. What leads there is tested where it is pressed. */
const editorsOwn = Object.entries(paths)
  .filter(([, path]) => /["'`]\/?(editor|sign-in)/.test(JSON.stringify(path) ?? String(path)))
  .map(([name]) => name);

test("pages have the addresses that the product gives them", () => {
  const { listing: _, chosen: __, ...rest } = paths;
  const names = Object.entries(rest).filter(([name]) => !editorsOwn.includes(name));
  const addresses = names.map(([, path]) => (typeof path === "string" ? path : (path as Named)("some-slug", "about")));
  expect(addresses.toSorted()).toEqual(
    [
      "/",
      "/case-studies/some-slug",
      "/topics",
      "/topics/some-slug",
      "/support-types",
      "/support-types/some-slug",
      "/councils",
      "/councils/some-slug",
      "/collections",
      "/collections/some-slug",
      "/submit",
      "/submit/start",
      "/submit/continue",
      "/submit/some-slug",
      "/submit/some-slug/about",
      "/submit/some-slug/email",
      "/submit/some-slug/preview",
      "/submit/some-slug/check",
      "/submit/confirm/some-slug",
      "/submit/some-slug/erase",
      "/submit/erased",
      "/track/some-slug/erase",
      "/erase/some-slug",
      "/track/some-slug",
      "/track/some-slug/edits",
      "/fact-check/some-slug",
      "/editor/review/some-slug/fact-check",
      "/my-case-studies",
      "/my-case-studies/some-slug",
      "/case-studies/some-slug/suggest",
      "/mailbox",
      "/mailbox/some-slug",
      "/files/some-slug/about",
      "/about",
      "/contact",
      "/accessibility",
      "/privacy",
      "/cookies",
    ].toSorted(),
  );
});

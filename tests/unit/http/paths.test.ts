import { describe, expect, test } from "vitest";
import { everything } from "#lib/domain/listing/query.ts";
import { addressOf } from "#lib/domain/listing/write.ts";
import { editorPaths } from "#lib/http/editor-paths.ts";
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

test("an alert is asked for with the filters of a query, without its order and its page", () => {
  expect(paths.newAlert(everything)).toBe("/alerts/new");
  expect(paths.newAlert({ ...everything, topic: ["arts"], page: 3, sort: "title" })).toBe("/alerts/new?topic=arts");
});

test("pages have the addresses that the product gives them", () => {
  const { listing: _, chosen: __, newAlert: ___, listingAs: ____, ...rest } = paths;
  const forEverybody = Object.entries(rest).filter(([name]) => !(name in editorPaths));
  const addresses = forEverybody.map(([, path]) =>
    typeof path === "string" ? path : (path as (...names: string[]) => string)("some-slug", "about"),
  );
  expect(addresses.toSorted()).toEqual(
    [
      "/",
      "/case-studies/some-slug",
      "/suggestions?q=some-slug",
      "/topics",
      "/topics/some-slug",
      "/support-types",
      "/support-types/some-slug",
      "/councils",
      "/councils/some-slug",
      "/collections",
      "/collections/some-slug",
      "/alerts/some-slug",
      "/alerts/some-slug/stop",
      "/alerts/new/send",
      "/alerts/asked",
      "/alerts/stopped",
      "/submit",
      "/submit/start",
      "/submit/continue",
      "/submit/some-slug",
      "/submit/some-slug/about",
      "/submit/some-slug/email",
      "/submit/template.docx",
      "/submit/word",
      "/submit/some-slug/word",
      "/submit/some-slug/word/about",
      "/submit/some-slug/word/about/pictures/undefined",
      "/submit/some-slug/case-study.docx",
      "/case-studies/some-slug.docx",
      "/submit/some-slug/preview",
      "/submit/some-slug/check",
      "/submit/confirm/some-slug",
      "/submit/some-slug/delete",
      "/submit/some-slug/erase",
      "/submit/erased",
      "/track/some-slug/erase",
      "/erase/some-slug",
      "/track/some-slug",
      "/track/some-slug/edits",
      "/fact-check/some-slug",
      "/enquiries/some-slug",
      "/my-case-studies",
      "/my-case-studies/some-slug/copy",
      "/my-case-studies/some-slug/copy/everything.json",
      "/my-case-studies/some-slug",
      "/case-studies/some-slug/suggest",
      "/case-studies/some-slug/problem",
      "/case-studies/some-slug/picture.png",
      "/opensearch.xml",
      "/sitemap.xml",
      "/speculation-rules",
      "/sitemap/some-slug.xml",
      "/editor/suggestions?only=problems",
      "/sign-in",
      "/sign-in/some-slug",
      "/mailbox",
      "/mailbox/some-slug",
      "/files/some-slug/about",
      "/files/some-slug/width/about",
      "/submit/some-slug/files/about/0",
      "/api",
      "/downloads",
      "/downloads/some-slug",
      "/about",
      "/contact",
      "/accessibility",
      "/privacy",
      "/cookies",
    ].toSorted(),
  );
});

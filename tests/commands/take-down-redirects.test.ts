import { describe, expect, test } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { findByAddress } from "#lib/data/directory/case-studies.ts";
import { db } from "#lib/data/db.ts";
import { aVersion } from "#tests/support/versions.ts";

const slugOf = async (id: string) => (await db.caseStudy.findUniqueOrThrow({ where: { id } })).slug ?? "";

async function takeDown(title: string, to: (slug: string) => string) {
  const { id, caseStudyId, editor } = await aVersion("published", { title });
  const slug = await slugOf(caseStudyId);
  const outcome = await moveVersion({
    ...{ id, basedOn: 1, move: "unpublish", actor: editor, reason: "A test" },
    details: { redirectTo: to(slug) },
  });
  return { outcome, slug };
}

describe("readers of a page that is taken down are never led round in a circle", () => {
  test.each([
    ["to itself", (slug: string) => `/case-studies/${slug}`],
    ["to itself with a slash", (slug: string) => `/case-studies/${slug}/`],
    ["to itself by dots", (slug: string) => `/topics/../case-studies/${slug}`],
    ["to itself in capitals", (slug: string) => `/case-studies/${slug.toUpperCase()}`],
    ["to itself with a query", (slug: string) => `/case-studies/${slug}?x=1`],
    ["to a case study there is none of", () => "/case-studies/no-such-thing"],
    ["away from the site", () => "https://elsewhere.example/"],
  ])("%s is refused", async (_, to) => {
    const { outcome, slug } = await takeDown("A page that goes", to);
    expect(outcome).toEqual({ ok: false, reason: "redirect-elsewhere" });
    expect((await findByAddress(slug)).kind).toBe("page");
  });

  test("to its own former address, or to one that leads back over others, is refused", async () => {
    await db.redirect.createMany({
      data: [
        { path: "/case-studies/once", target: "/case-studies/twice", at: new Date() },
        { path: "/case-studies/twice", target: "/case-studies/round-and-round", at: new Date() },
      ],
    });
    const { outcome } = await takeDown("Round and round", () => "/case-studies/once");
    expect(outcome).toEqual({ ok: false, reason: "redirect-elsewhere" });
  });

  test("to another case study, or a list, they go", async () => {
    const other = await aVersion("published", { title: "The better account" });
    const target = `/case-studies/${await slugOf(other.caseStudyId)}`;
    const { outcome, slug } = await takeDown("The worse account", () => `${target}/`);
    expect(outcome).toMatchObject({ ok: true });
    expect(await findByAddress(slug)).toEqual({ kind: "moved", to: target });
    expect((await takeDown("Only a list is left", () => "/topics/buses")).outcome).toMatchObject({ ok: true });
  });
});

import { describe, expect, test } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { findByAddress, type CaseStudyPage } from "#lib/data/directory/case-studies.ts";
import { db } from "#lib/data/db.ts";
import { openStates } from "#lib/domain/workflow/states.ts";
import { aNextVersion } from "#tests/support/next-versions.ts";
import { aVersion, type AVersion } from "#tests/support/versions.ts";

async function pageAt(slug: string): Promise<CaseStudyPage> {
  const found = await findByAddress(slug);
  if (found.kind !== "page") throw new Error(`There is no page at ${slug}: ${found.kind}`);
  return found.page;
}
const move = ({ id, editor }: AVersion, name: "withdraw" | "restore" | "unpublish", at: string, redirectTo?: string) =>
  moveVersion({
    id,
    basedOn: 1,
    move: name,
    actor: editor,
    reason: "The figures were wrong.",
    now: new Date(at),
    details: redirectTo ? { redirectTo } : {},
  });

describe("a withdrawn case study", () => {
  test("keeps its page, which says when and why", async () => {
    const version = await aVersion("published", { title: "Taken back" });
    await move(version, "withdraw", "2026-01-01T00:00:00Z");
    await move(version, "restore", "2026-01-02T00:00:00Z");
    expect((await pageAt("taken-back")).withdrawn).toBeNull();
    await move(version, "withdraw", "2026-01-03T00:00:00Z");
    expect((await pageAt("taken-back")).withdrawn).toEqual({
      at: new Date("2026-01-03T00:00:00Z"),
      reason: "The figures were wrong.",
    });
  });
});

describe("an unpublished case study", () => {
  test("is gone, or sends readers on where an editor said so", async () => {
    await move(await aVersion("published", { title: "No more" }), "unpublish", "2026-01-01T00:00:00Z");
    expect(await findByAddress("no-more")).toEqual({ kind: "gone" });
    const moved = await aVersion("withdrawn", { title: "Over there" });
    await aVersion("published", { title: "Where it went" });
    await move(moved, "unpublish", "2026-01-01T00:00:00Z", "/case-studies/where-it-went");
    expect(await findByAddress("over-there")).toEqual({ kind: "moved", to: "/case-studies/where-it-went" });
  });
});

describe("nothing is found", () => {
  test.each(["draft", ...openStates, "declined"] as const)("of what is %s", async (state) => {
    await aVersion(state, { title: `Only ${state}` });
    expect(await findByAddress(`only-${state.replace("_", "-")}`)).toEqual({ kind: "none" });
  });

  test.each(["never-was", "", "%", "As-Published", "../etc/passwd", "x".repeat(10_000), "🦘", "' or 1=1"])(
    "at %j",
    async (slug) => {
      expect(await findByAddress(slug)).toEqual({ kind: "none" });
    },
  );

  test("of the words of a next version that waits", async () => {
    const first = await aVersion("published", { title: "Still the first" });
    const next = await aNextVersion(first, "in_review");
    await db.revision.create({
      data: { versionId: next.id, number: 2, answers: { title: "Changed" }, at: new Date() },
    });
    expect((await pageAt("still-the-first")).facts.title).toBe("Still the first");
  });
});

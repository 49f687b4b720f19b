import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { GET } from "#app/(public)/case-studies/[slug]/case-study.docx/route.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import { aVersion, type AVersion } from "#tests/support/versions.ts";

async function wordsOf({ caseStudyId }: AVersion): Promise<string> {
  const { slug } = await db.caseStudy.findUniqueOrThrow({ where: { id: caseStudyId } });
  const asked = new Request(`http://localhost/case-studies/${slug}.docx`, { headers: { host: "cases.example" } });
  const answer = await GET(asked, { params: Promise.resolve({ slug: slug ?? "" }) });
  const document = unzipSync(new Uint8Array(await answer.arrayBuffer()))["word/document.xml"];
  return Buffer.from(document ?? [])
    .toString("utf8")
    .replaceAll(/<[^>]*>/g, "\n");
}

test("a Word file says what its page says: the outcome until it is withdrawn, and then why it was", async () => {
  const version = await aVersion("published", { outcome: "worked" });
  expect(await wordsOf(version)).toMatch(/\nWorked\n/);
  const { id, editor: actor } = version;
  await moveVersion({ id, basedOn: 1, move: "withdraw", actor, reason: "The figures were wrong" });
  const words = await wordsOf(version);
  expect(words).toContain("The figures were wrong");
  expect(words).not.toMatch(/\nWorked\n/);
});

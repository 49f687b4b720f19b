import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { GET } from "#app/(public)/case-studies/[slug]/case-study.docx/route.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { answerEnquiry } from "#lib/commands/upkeep/answer-enquiry.ts";
import { settleFollowUp } from "#lib/commands/upkeep/settle-follow-up.ts";
import { db } from "#lib/data/db.ts";
import { anEnquiry } from "#tests/support/enquiries.ts";
import { aVersion, type AVersion } from "#tests/support/versions.ts";

async function wordsOf({ caseStudyId }: Pick<AVersion, "caseStudyId">): Promise<string> {
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

test("a Word file says since when it can be read, that nobody has looked at it lately, and what happened next", async () => {
  const { token, caseStudyId, editor } = await anEnquiry("oneYear");
  const told = "It still runs.\n\nFares pay for it.";
  await answerEnquiry({ token, answer: "told", words: told });
  const { id, toldAt } = await db.followUp.findFirstOrThrow({ where: { caseStudyId } });
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "Europe/London" }).format(toldAt);
  const words = async () => (await wordsOf({ caseStudyId })).replaceAll(/\n+/g, "\n");

  expect(await words()).not.toContain("still runs");
  await settleFollowUp({ id, as: "published", text: told, actor: editor });
  expect(await words()).toContain(`\nWhat happened next. One year on, ${day}\nIt still runs.\nFares pay for it.\n`);
  expect(await words()).toMatch(/\nPublished \d+ \w+ \d{4}\n/);
  await db.version.updateMany({ where: { caseStudyId }, data: { overdue: true } });
  expect(await words()).toMatch(/\nPublished \d+ \w+ \d{4}, due for review\n/);
});

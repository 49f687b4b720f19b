import { expect, test } from "vitest";
import { POST as byLetter } from "#app/(contributor)/erase/[token]/confirm/route.ts";
import { POST as byDraft } from "#app/(contributor)/submit/[draft]/erase/confirm/route.ts";
import { POST as byProgress } from "#app/(contributor)/track/[token]/erase/confirm/route.ts";
import { db } from "#lib/data/db.ts";
import { createLink, type LinkPurpose } from "#lib/data/submissions/links.ts";
import { aVersion } from "#tests/support/versions.ts";

const press = async (purpose: LinkPurpose, token: string) => {
  const request = new Request("http://localhost/", { method: "POST" });
  const answer = await {
    erase: () => byLetter(request, { params: Promise.resolve({ token }) }),
    draft: () => byDraft(request, { params: Promise.resolve({ draft: token }) }),
    track: () => byProgress(request, { params: Promise.resolve({ token }) }),
  }[purpose as "erase"]();
  return answer.headers.get("location");
};

const pages = { erase: "/erase/", draft: "/submit/", track: "/track/" } as const;
const pageOf = (purpose: keyof typeof pages, token: string) =>
  pages[purpose] + token + (purpose === "erase" ? "" : "/erase");

test.each(["erase", "draft", "track"] as const)(
  "a link that opens nothing erases nobody and does not claim to have: %s",
  async (purpose) => {
    const { id, author } = await aVersion("submitted");
    const owner = purpose === "erase" ? { personId: author.id } : { versionId: id };
    const past = new Date(Date.now() - 1000);
    const expired = await createLink(db, { purpose, ...owner, expiresAt: past, now: past });
    const revoked = await createLink(db, { purpose, ...owner, now: past });
    await db.link.update({ where: { id: revoked.id }, data: { revokedAt: past } });
    for (const token of [expired.token, revoked.token, revoked.token.slice(1)])
      expect(await press(purpose, token)).toBe(pageOf(purpose, token));
    expect(await db.version.count({ where: { id, authorId: author.id } })).toBe(1);

    const { token } = await createLink(db, { purpose, ...owner, now: new Date() });
    expect(await press(purpose, token)).toMatch(/^\/submit\/erased\?deleted=1&kept=0/);
    expect(await press(purpose, token)).toBe(pageOf(purpose, token));
  },
);

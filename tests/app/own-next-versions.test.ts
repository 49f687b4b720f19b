import { expect, test } from "vitest";
import { POST } from "#app/(contributor)/my-case-studies/[token]/next/route.ts";
import MinePage from "#app/(contributor)/my-case-studies/[token]/page.tsx";
import { confirmContributor } from "#lib/commands/contributors/confirm-contributor.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import { createLink } from "#lib/data/submissions/links.ts";
import { paths } from "#lib/http/paths.ts";
import { drawn } from "#tests/support/drawn.ts";
import { posted } from "#tests/support/posted.ts";
import { aVersion } from "#tests/support/versions.ts";

test("whoever starts a next version is led to it, and told where none can be started any more", async () => {
  const { id, caseStudyId, author, editor } = await aVersion("published");
  await confirmContributor({ personId: author.id, councilId: "dorset", actor: editor });
  const { token } = await createLink(db, { purpose: "mine", personId: author.id, now: new Date() });
  const start = async () =>
    (await POST(posted({ caseStudy: caseStudyId }), { params: Promise.resolve({ token }) })).headers.get("location");
  expect(await start()).toMatch(/^\/submit\/[\w-]{43}$/);

  await moveVersion({ id, basedOn: 1, move: "withdraw", actor: editor, reason: "The figures are wrong" });
  const back = await start();
  expect(back).toBe(`${paths.myCaseStudies(token)}?next=taken-down`);
  const searchParams = Object.fromEntries(new URLSearchParams(back?.split("?")[1]));
  const page = MinePage({ params: Promise.resolve({ token }), searchParams: Promise.resolve(searchParams) });
  expect(await drawn(page)).toMatch(/role="alert".*No next version was started.*Its page has been taken down/s);
});

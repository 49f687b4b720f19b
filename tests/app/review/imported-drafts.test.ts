import { signIn } from "#tests/support/signed-in.ts";
import { beforeAll, expect, test } from "vitest";
import TaskListPage from "#app/(contributor)/submit/[draft]/page.tsx";
import { POST as open } from "#app/(editorial)/editor/imports/[id]/open/route.ts";
import ImportsPage from "#app/(editorial)/editor/imports/page.tsx";
import { clearImports } from "#lib/commands/imports/clear-imports.ts";
import { startNextVersion } from "#lib/commands/workflow/start-next-version.ts";
import { findDraftToken } from "#lib/data/submissions/drafts.ts";
import { db } from "#lib/data/db.ts";
import { drawn, wordsOn } from "#tests/support/drawn.ts";
import { bring } from "#tests/support/imports/importing.ts";
import { aRow, aTable } from "#tests/support/imports/tables.ts";
import { emailOf } from "#tests/support/letters.ts";
import { aPerson } from "#tests/support/people.ts";
import { posted } from "#tests/support/posted.ts";
import { aVersion } from "#tests/support/versions.ts";

let editor: Awaited<ReturnType<typeof aPerson>>;
beforeAll(async () => signIn((editor = await aPerson("editor"))));

const imports = (searchParams: Record<string, string> = {}) =>
  ImportsPage({ params: Promise.resolve({}), searchParams: Promise.resolve(searchParams) });
const form = (draft: string) => TaskListPage({ params: Promise.resolve({ draft }), searchParams: Promise.resolve({}) });

test("imported drafts are listed until they are sent, after their reports too, and say whom nobody wrote to", async () => {
  expect(await drawn(imports())).not.toContain("show=drafts");
  const { id } = await bring(aTable([aRow(1), aRow(2)]), { actor: editor, source: "Old directory" });
  await clearImports(new Date(Date.now() + 40 * 86_400_000));
  expect(await wordsOn(imports())).toContain("2 imported drafts wait to be finished and sent");
  const list = await drawn(imports({ show: "drafts" }));
  const [version = ""] = / value="([0-9a-f-]{36})"/.exec(list)?.slice(1) ?? [];
  expect(list).toContain(`action="/editor/imports/${id}/open"`);

  const opened = await open(posted({ version }), { params: Promise.resolve({ id }) });
  expect(opened.headers.get("location")).toMatch(/^\/submit\/[\w-]{43}$/);
  const token = opened.headers.get("location")?.slice("/submit/".length) ?? "";
  const words = await wordsOn(form(token));
  expect(words).toContain(
    `This draft is in the name of ${await emailOf(editor.id)}. Nobody has been written to about it.`,
  );
  expect(words).not.toContain("was sent to");
  expect(await drawn(form(token))).toContain('href="/editor/imports?show=drafts"');

  await db.version.update({ where: { id: version }, data: { state: "submitted" } });
  expect(await wordsOn(imports())).toContain("1 imported draft waits to be finished and sent");
});

test("an author who was written to is told so, and is led nowhere else; an editor is led back", async () => {
  const { caseStudyId, author, editor: publisher } = await aVersion("published");
  const { id } = await aVersion("draft");
  const token = (await findDraftToken(id)) ?? "";
  expect(await wordsOn(form(token))).toMatch(/The link to this draft was sent to \S+@/);
  expect(await drawn(form(token))).not.toContain("/editor/");
  const next = await startNextVersion({ caseStudyId, actor: publisher });
  if (!next.ok) throw new Error(next.reason);
  const own = (await findDraftToken(next.value.versionId)) ?? "";
  expect(await drawn(form(own))).toContain(`href="/editor/history/${caseStudyId}"`);
  expect(author.id).not.toBe(publisher.id);
});

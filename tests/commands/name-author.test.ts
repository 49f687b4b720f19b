import { describe, expect, test } from "vitest";
import { POST as saveEmail } from "#app/(contributor)/submit/[draft]/email/save/route.ts";
import { addPerson } from "#lib/commands/people/add-person.ts";
import { nameAuthor } from "#lib/commands/submissions/name-author.ts";
import { startDraft } from "#lib/commands/submissions/start-draft.ts";
import { db } from "#lib/data/db.ts";
import { findDraft } from "#lib/data/submissions/drafts.ts";
import { createLink, findLinkOf, tokenOf } from "#lib/data/submissions/links.ts";
import { writeLetter } from "#lib/commands/letters/write-letter.ts";
import { findLetter } from "#lib/data/letters/letters.ts";
import { render } from "#lib/mail/render.ts";
import { aVersion } from "#tests/support/versions.ts";
import { findTracked } from "#lib/data/submissions/tracking.ts";

const someone = () => `${crypto.randomUUID()}@kent.example`;
const now = new Date();

async function aDraftNamed(email: string) {
  const started = await startDraft({ answers: { title: "Whose is it?" } });
  const versionId = started.ok ? started.value.versionId : "";
  const actor = { kind: "holder", versionId } as const;
  const name = (address: string) => nameAuthor({ versionId, email: address, actor });
  const before = await findLinkOf(db, versionId, "draft", now);
  const first = await name(email);
  return { versionId, token: before ? tokenOf(before.id) : "", name, first };
}

const isThere = async (email: string) => (await db.person.count({ where: { email } })) === 1;

describe("naming whose draft it is", () => {
  test("for the first time, or again the same, keeps its address", async () => {
    const email = someone();
    const { token, name, first } = await aDraftNamed(email);
    for (const named of [first, await name(email.toUpperCase())])
      expect(named).toMatchObject({ ok: true, value: { token: null } });
    expect(await findDraft(token)).toMatchObject({ authorEmail: email });
  });

  test("again the same sends its link again, once for each time", async () => {
    const { versionId, name } = await aDraftNamed(someone());
    await db.letter.updateMany({ where: { event: { versionId } }, data: { sentAt: now } });
    const email = (await db.version.findUniqueOrThrow({ where: { id: versionId }, include: { author: true } })).author;
    await name(email?.email ?? "");
    expect(await db.letter.findMany({ where: { event: { versionId } } })).toMatchObject([
      { kind: "start", sentAt: null },
    ]);
  });

  test("of what was sent back sends the link to make the changes, and promises no deletion", async () => {
    const { id: versionId, author } = await aVersion("changes_requested");
    const { email } = await db.person.findUniqueOrThrow({ where: { id: author.id } });
    await nameAuthor({ versionId, email, actor: { kind: "holder", versionId } });
    const { id } = await db.letter.findFirstOrThrow({
      where: { event: { versionId, toState: "changes_requested" }, kind: "start" },
    });
    const { subject, text } = render(await writeLetter((await findLetter(id))!, { now }));
    expect(subject).toBe("The link to your case study, to make the changes asked for");
    expect(text).toMatch(/\/submit\/[\w-]{43}\s/);
    expect(text).not.toMatch(/started|deleted/);
  });

  test("anew gives it another address, and whoever was named by mistake has nothing and is forgotten", async () => {
    const [mistyped, right] = [someone(), someone()];
    const { versionId, token, name } = await aDraftNamed(mistyped);
    const track = await createLink(db, { purpose: "track", versionId, now });

    const named = await name(right);

    expect([await findDraft(token), await findTracked(track.token)]).toEqual([null, null]);
    const renewed = (named.ok && named.value.token) || "";
    expect(await findDraft(renewed)).toMatchObject({ versionId, authorEmail: right });
    expect([await isThere(mistyped), await isThere(right)]).toEqual([false, true]);
    expect(await db.letter.findMany({ where: { event: { versionId } }, include: { to: true } })).toMatchObject([
      { kind: "start", to: { email: right } },
    ]);
  });

  test("anew leaves somebody who is here for more", async () => {
    const editor = someone();
    await addPerson({ email: editor, role: "editor" });
    const { name } = await aDraftNamed(editor);
    await name(someone());
    expect(await isThere(editor)).toBe(true);
  });

  test("anew by the form leads on to the new address, which the browser then remembers", async () => {
    const { versionId, token } = await aDraftNamed(someone());
    const send = (email: string) =>
      saveEmail(new Request("http://localhost/", { method: "POST", body: new URLSearchParams({ email }) }), {
        params: Promise.resolve({ draft: token }),
      });

    const answer = await send(someone());

    const link = await findLinkOf(db, versionId, "draft", now);
    const renewed = link ? tokenOf(link.id) : "";
    expect(renewed).not.toBe(token);
    expect(answer.headers.get("location")).toBe(`/submit/${renewed}?mailed`);
    expect(answer.headers.get("set-cookie")).toContain(`draft=${renewed};`);
    expect((await send(someone())).headers.get("location")).toBe(`/submit/${token}`);
  });
});

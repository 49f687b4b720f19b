import { signIn } from "#tests/support/signed-in.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { errorsOf, findAnswer } from "#app/(editorial)/editor/answer.ts";
import { POST as change } from "#app/(editorial)/editor/people/change/route.ts";
import { POST as confirm } from "#app/(editorial)/editor/people/confirm/route.ts";
import { POST as invite } from "#app/(editorial)/editor/people/invite/route.ts";
import { POST as unconfirm } from "#app/(editorial)/editor/people/unconfirm/route.ts";
import PeoplePage from "#app/(editorial)/editor/people/page.tsx";
import { db } from "#lib/data/db.ts";
import { drawn, wordsOn } from "#tests/support/drawn.ts";
import { emailOf } from "#tests/support/letters.ts";
import { aPerson } from "#tests/support/people.ts";
import { posted } from "#tests/support/posted.ts";
import { snapshot } from "#tests/support/snapshot.ts";
import { aVersion } from "#tests/support/versions.ts";

let administrator: Awaited<ReturnType<typeof aPerson>>;

beforeEach(async () => {
  administrator = await aPerson("administrator");
  await signIn(administrator);
});

async function told(response: Response) {
  const place = new URL(response.headers.get("location") ?? "", "https://casebook.example");
  expect([response.status, place.pathname]).toEqual([303, "/editor/people"]);
  return findAnswer("/editor/people", Object.fromEntries(place.searchParams));
}

describe("inviting", () => {
  test("says that a letter is on its way", async () => {
    const form = { name: "Jo Okafor", email: "jo.okafor@casebook.example", role: "editor" };
    expect((await told(await invite(posted(form)))).done).toBe("Jo Okafor is invited. A letter says how to sign in.");
    expect((await told(await invite(posted(form)))).errors).toEqual({
      email: "They edit already. Find them in the list to change their role.",
    });
  });

  test("asks for what is missing and keeps what was typed", async () => {
    const answer = await told(await invite(posted({ name: "", email: "jo", role: "king" })));
    expect(errorsOf(answer, ["name", "email", "role"]).map(({ field }) => field)).toEqual(["name", "email", "role"]);
    expect(answer.typed).toEqual({ name: "", email: "jo", role: "king" });
    const nothing = await told(await invite(posted({ name: "Jo", email: "", role: "editor" })));
    expect(nothing.errors).toEqual({ email: "Enter their work e-mail address" });
  });
});

describe("changing", () => {
  test("says what went back to the queue", async () => {
    const { editor } = await aVersion("in_review");
    const answer = await told(await change(posted({ person: editor.id, change: "deactivate" })));
    expect(answer.done).toBe("A editor is deactivated, and signed out everywhere. 1 case study is back in the queue.");
    const again = await told(await change(posted({ person: editor.id, change: "deactivate" })));
    expect(again.notDone).toEqual(["It was so already: somebody else may have been quicker."]);
    const back = await told(await change(posted({ person: editor.id, change: "reactivate" })));
    expect(back.done).toBe("A editor is active again, as an editor.");
  });

  test("says what somebody was made, and what is left of what they had when they edit no longer", async () => {
    const { editor } = await aVersion("accepted");
    const become = async (role: string) =>
      (await told(await change(posted({ person: editor.id, change: "role", role })))).done;
    expect(await become("administrator")).toBe("A editor is now an administrator, and signed out everywhere.");
    expect(await become("contributor")).toBe(
      "A editor is now a contributor, and signed out everywhere. " +
        "1 accepted case study has nobody: any editor may publish it or open it again.",
    );
  });

  test("is foretold on the page, and what is left of somebody who is gone is listed there", async () => {
    const { id, editor } = await aVersion("accepted", { title: "Left behind" });
    const page = () => PeoplePage({ params: Promise.resolve({}), searchParams: Promise.resolve({ q: emailOfEditor }) });
    const emailOfEditor = await emailOf(editor.id);
    const before = await wordsOn(page());
    expect(before).toContain("They are signed out everywhere at once, and cannot sign in.");
    expect(before).toContain("1 accepted case study has nobody: any editor may publish it or open it again.");
    expect(before).not.toContain("Left behind");
    await told(await change(posted({ person: editor.id, change: "deactivate" })));
    expect(await drawn(page())).toContain(`href="/editor/review/${id}"`);
    expect(await wordsOn(page())).toContain("1 open case study that they had\nLeft behind, accepted\n");
  });

  test("oneself is refused", async () => {
    const answer = await told(await change(posted({ person: administrator.id, change: "role", role: "editor" })));
    expect(answer.notDone[0]).toMatch(/^You cannot change your own role/);
  });

  test.each<Record<string, string>>([
    {},
    { person: "me", change: "deactivate" },
    { change: "role", role: "king" },
    { change: "publish" },
  ])("nothing by what makes no sense: %j", async (fields) => {
    const before = await snapshot();
    expect((await told(await change(posted(fields)))).notDone).toHaveLength(1);
    expect(await snapshot()).toEqual(before);
  });
});

describe("who speaks for a council", () => {
  test("is confirmed by an address and enough of a name, and taken back", async () => {
    await signIn(await aPerson("editor"));
    const { id } = await aPerson();
    const contributor = await emailOf(id);
    const answer = await told(await confirm(posted({ contributor, council: "Tower Ham" })));
    expect(answer.done).toMatch(/^\S+ is confirmed for .*Tower Hamlets/);
    expect(await db.contributor.findMany({ where: { personId: id } })).toMatchObject([{ councilId: "tower-hamlets" }]);
    await told(await unconfirm(posted({ person: id, council: "tower-hamlets" })));
    expect(await db.contributor.count({ where: { personId: id } })).toBe(0);
  });

  test.each([
    [
      { contributor: "", council: "" },
      { contributor: "Enter their e-mail address", council: "Enter the council" },
    ],
    [
      { contributor: "nobody@kent.example", council: "Kent" },
      { contributor: "Nobody with that address has sent anything here" },
    ],
  ])("is asked for again: %j", async (fields, errors) => {
    const answer = await told(await confirm(posted(fields)));
    expect([answer.errors, answer.typed]).toEqual([errors, fields]);
  });
});

test("an editor may look, and change nobody (V8.2.1)", async () => {
  const [editor, other] = [await aPerson("editor"), await aPerson("editor")];
  await signIn(editor);
  const before = await snapshot();
  await expect(change(posted({ person: other.id, change: "deactivate" }))).rejects.toThrow();
  await expect(invite(posted({ name: "Jo", email: "jo@council.example", role: "editor" }))).rejects.toThrow();
  expect(await snapshot()).toEqual(before);
});

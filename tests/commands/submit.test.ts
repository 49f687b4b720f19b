import { describe, expect, test } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { restoreAsDraft } from "#lib/commands/workflow/restore-as-draft.ts";
import { startNextVersion } from "#lib/commands/workflow/start-next-version.ts";
import { db } from "#lib/data/db.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { current, getTemplate, questionsOf } from "#lib/domain/template/templates.ts";
import { aNextVersion } from "#tests/support/next-versions.ts";
import { aPerson } from "#tests/support/people.ts";
import { snapshot } from "#tests/support/snapshot.ts";
import { aDraft, answersOf, aVersion, someAnswers, walkTo } from "#tests/support/versions.ts";

async function submit(answers: Answers, { template = current.caseStudy as string, contact = true } = {}) {
  const author = await aPerson("contributor");
  const draft = { template, answers, personId: author.id };
  const { versionId: id } = await aDraft(contact ? draft : { ...draft, contact: null });
  const before = await snapshot();
  const outcome = await moveVersion({ id, basedOn: 1, move: "submit", actor: author });
  return { outcome, changed: JSON.stringify(await snapshot()) !== JSON.stringify(before) };
}

const incomplete = { outcome: { ok: false, reason: "incomplete" }, changed: false };

describe("a draft with gaps cannot be submitted", () => {
  const required = questionsOf(getTemplate(current.caseStudy)).filter((question) => question.required);

  test.each(required.map(({ key }) => key))("%s", async (key) => {
    const { [key]: _, ...answers } = someAnswers();
    expect(await submit(answers, { contact: key !== "contact" })).toEqual(incomplete);
  });

  test("because it ends before it began (V2.2.3)", async () => {
    expect(await submit(someAnswers({ start: "2023-05", end: "2023-04" }))).toEqual(incomplete);
  });

  test("because a signpost names neither a council nor an organisation (V2.2.3)", async () => {
    const source = [{ title: "The whole text", url: "https://council.example/report" }];
    const answers = { title: "Elsewhere", summary: "It is told elsewhere.", topics: ["arts"], source };
    expect(await submit(answers, { template: current.signpost })).toEqual(incomplete);
    const outcome = { ok: true, value: "submitted" };
    expect(await submit({ ...answers, organisation: "A museum trust" }, { template: current.signpost })).toMatchObject({
      outcome,
    });
  });

  test.each<[string, Answers]>([
    ["a council", { council: "atlantis" }],
    ["a partner council", { partners: ["kent", "Atlantis"] }],
    ["a topic", { topics: ["buses", "nope"] }],
    ["a topic that was retired", { topics: ["cyber"] }],
    ["a support type", { supportTypes: ["nope"] }],
  ])("because there is no such thing as %s it names", async (_, changes) => {
    await db.topic.update({ where: { id: "cyber" }, data: { retiredAt: new Date() } });
    expect(await submit(someAnswers(changes))).toEqual(incomplete);
  });

  test("because its contact is another case study's", async () => {
    const { contact } = await answersOf((await aVersion()).id);
    expect(await submit(someAnswers({ contact }), { contact: false })).toEqual(incomplete);
  });

  test("while one without gaps can", async () => {
    expect(await submit(someAnswers())).toEqual({ outcome: { ok: true, value: "submitted" }, changed: true });
  });
});

describe("an address that is not proved yet", () => {
  test("leaves a submission unconfirmed until the link is followed, which proves it (V2.3.1)", async () => {
    const version = await aVersion("unconfirmed");
    expect(await db.version.findUnique({ where: { id: version.id } })).toMatchObject({ state: "unconfirmed" });
    const now = new Date("2026-03-04T05:06:07Z");
    const actor = { kind: "holder", versionId: version.id } as const;
    expect(await moveVersion({ id: version.id, basedOn: 1, move: "confirm", actor, now })).toMatchObject({ ok: true });
    expect(await db.person.findUnique({ where: { id: version.author.id } })).toMatchObject({ emailProvedAt: now });
  });

  test("is proved for the next submission as well", async () => {
    const version = await aVersion("unconfirmed");
    const step = (move: "confirm" | "takeBack" | "submit") =>
      moveVersion({ id: version.id, basedOn: 1, move, actor: version.author });
    await step("confirm");
    await step("takeBack");
    expect(await step("submit")).toEqual({ ok: true, value: "submitted" });
  });
});

describe("only one version of a case study is open", () => {
  test("the second draft cannot be submitted while the first is, and can once that is taken back", async () => {
    const first = await aVersion("published");
    const one = await aNextVersion(first, "submitted");
    const started = await startNextVersion({ caseStudyId: first.caseStudyId, actor: first.editor });
    const id = started.ok ? started.value.versionId : "";
    const send = () => moveVersion({ id, basedOn: 1, move: "submit", actor: first.editor });
    const before = await snapshot();
    expect(await send()).toEqual({ ok: false, reason: "another-open" });
    expect(await snapshot()).toEqual(before);

    await moveVersion({ id: one.id, basedOn: 1, move: "takeBack", actor: one.author });
    expect(await send()).toEqual({ ok: true, value: "submitted" });
  });

  test.each(["unconfirmed", "held", "in_review", "changes_requested", "accepted", "scheduled"] as const)(
    "a version in %s keeps the others from being submitted",
    async (state) => {
      const first = await aVersion("published");
      const one = await aNextVersion(first);
      if (state === "unconfirmed")
        await db.person.update({ where: { id: first.author.id }, data: { emailProvedAt: null } });
      await walkTo(state, one);
      const restored = await restoreAsDraft({ id: first.id, actor: first.editor });
      const id = restored.ok ? restored.value.versionId : "";
      const outcome = await moveVersion({ id, basedOn: 1, move: "submit", actor: first.editor });
      expect(outcome).toEqual({ ok: false, reason: "another-open" });
    },
  );

  test("two drafts submitted at once: one gets in, the other is told", async () => {
    const first = await aVersion("published");
    const authors = [await aPerson("editor"), await aPerson("editor"), await aPerson("editor")];
    const drafts = await Promise.all(
      authors.map((actor) => startNextVersion({ caseStudyId: first.caseStudyId, actor })),
    );
    const outcomes = await Promise.all(
      drafts.map((draft, index) =>
        moveVersion({
          id: draft.ok ? draft.value.versionId : "",
          basedOn: 1,
          move: "submit",
          actor: authors[index] ?? { kind: "clock" },
        }),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array(2).fill({ ok: false, reason: "another-open" }));
  });
});

describe("what is kept of a submission besides its words", () => {
  test("the declarations agreed to, in the words that stood there", async () => {
    const { id } = await aVersion("submitted");
    const { declared } = await db.event.findFirstOrThrow({ where: { versionId: id, kind: "submit" } });
    const asked = questionsOf(getTemplate(current.caseStudy)).filter(({ kind }) => kind === "declaration");
    expect(declared).toEqual(
      asked
        .filter(({ required }) => required)
        .map((question) => ({
          template: current.caseStudy,
          question: question.key,
          wording: "wording" in question ? question.wording : "",
        })),
    );
  });

  test("whether the author wants to see the edited text, which sending again without a word leaves", async () => {
    const { id, author, editor } = await aVersion("draft");
    const showEdits = async () => (await db.version.findUniqueOrThrow({ where: { id } })).showEdits;
    await moveVersion({ id, basedOn: 1, move: "submit", actor: author, details: { showEdits: true } });
    expect(await showEdits()).toBe(true);
    await moveVersion({ id, basedOn: 1, move: "take", actor: editor });
    await moveVersion({ id, basedOn: 1, move: "requestChanges", actor: editor, reason: "More figures" });
    await moveVersion({ id, basedOn: 1, move: "submit", actor: author });
    expect(await showEdits()).toBe(true);
  });
});

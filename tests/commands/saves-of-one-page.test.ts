import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { saveSection } from "#lib/commands/submissions/save-section.ts";
import { getAnswers } from "#lib/data/versions.ts";
import { db } from "#lib/data/db.ts";
import { current, getTemplate } from "#lib/domain/template/templates.ts";
import { aDraft, someAnswers } from "#tests/support/versions.ts";

const contact = { email: "", name: "", phone: "" };
const aPage = () => randomUUID().replaceAll("-", "");

/** A draft that is typed in on some pages, each filled from its first revision. */
async function aDraftOnPages() {
  const { versionId } = await aDraft({ answers: someAnswers() });
  const saveOf = (key: string) => {
    const section = getTemplate(current.caseStudy).sections.find((one) => one.key === key);
    if (!section) throw new Error(`The template has no ${key}`);
    return async (text: string, page?: string, turn = 1, basedOn = 1) => {
      const from = page === undefined ? {} : { save: { page, turn } };
      const saved = await saveSection({ versionId, basedOn, section, typed: { [key]: text }, contact, ...from });
      return saved.ok ? saved.value.revision : saved.reason;
    };
  };
  const saved = async () => {
    const { latestRevision } = await db.version.findUniqueOrThrow({ where: { id: versionId } });
    return (await getAnswers(db, versionId, latestRevision))["lessons"];
  };
  return { save: saveOf("lessons"), saveChallenge: saveOf("challenge"), saved };
}

test("a page saves again before it has heard what became of the save before", async () => {
  const { save, saved } = await aDraftOnPages();
  const page = aPage();
  expect(await save("Tell", page, 1)).toBe(2);
  expect(await save("Tell the drivers", page, 2)).toBe(3);
  expect(await save("Tell everybody first.", page, 4)).toBe(4);
  expect(await saved()).toBe("Tell everybody first.");
});

test("a save that is overtaken by a later one of its page does not undo that", async () => {
  const { save, saved } = await aDraftOnPages();
  const page = aPage();
  expect(await save("Tell everybody first.", page, 2)).toBe(2);
  expect(await save("Tell", page, 1)).toBe("stale");
  expect(await save("Tell", page, 2)).toBe("stale");
  expect(await saved()).toBe("Tell everybody first.");
});

test("what another page wrote meanwhile is never written over, whichever came first", async () => {
  const { save, saved } = await aDraftOnPages();
  const [page, other] = [aPage(), aPage()];
  expect(await save("Tell", page, 1)).toBe(2);
  expect(await save("Ask", other, 1)).toBe("stale");
  expect(await save("Ask", other, 1, 2)).toBe(3);
  expect(await save("Tell the drivers", page, 2)).toBe("stale");
  expect(await save("Tell the drivers", page, 2, 9)).toBe("stale");
  expect(await saved()).toBe("Ask");
});

test("nor is what was written without script, or by a page without", async () => {
  const { save, saved } = await aDraftOnPages();
  expect(await save("Tell", undefined)).toBe(2);
  expect(await save("Ask", aPage(), 1)).toBe("stale");
  expect(await save("Ask", undefined)).toBe("stale");
  expect(await saved()).toBe("Tell");
});

test("what is written meanwhile in another section is no conflict, and stays", async () => {
  const { save, saveChallenge, saved } = await aDraftOnPages();
  expect(await saveChallenge("The last bus left at seven.", aPage())).toBe(2);
  expect(await save("Ask", undefined)).toBe(3);
  expect(await saveChallenge("The last bus left at eight.")).toBe("stale");
  expect(await saved()).toBe("Ask");
});

test.each([[0], [-1], [1.5], [Number.NaN], [3], [2 ** 40], [-(2 ** 40)]])(
  "a form filled from no revision, %s, is stale",
  async (basedOn) => {
    const { save } = await aDraftOnPages();
    await save("Tell", aPage());
    expect(await save("Ask", aPage(), 1, basedOn)).toBe("stale");
  },
);

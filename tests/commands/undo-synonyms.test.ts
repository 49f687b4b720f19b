import { expect, test } from "vitest";
import { undoChange } from "#lib/commands/catalogue/undo-change.ts";
import { removeSynonym } from "#lib/commands/synonyms/remove-synonym.ts";
import { saveSynonym } from "#lib/commands/synonyms/save-synonym.ts";
import { db } from "#lib/data/db.ts";
import { listSynonyms } from "#lib/data/searches/synonyms.ts";
import { aPerson } from "#tests/support/people.ts";

const last = () => db.catalogueChange.findFirstOrThrow({ where: { subject: "synonym" }, orderBy: { id: "desc" } });

test("what was changed about words that mean the same is put back exactly, once", async () => {
  const actor = await aPerson("editor");
  const undoLast = async () => undoChange({ id: (await last()).id, actor });
  await saveSynonym({ words: ["tram", "streetcar"], actor });
  await saveSynonym({ words: ["trolley", "cart"], actor });
  const before = await listSynonyms();

  await saveSynonym({ words: ["tram", "trolley"], actor });
  expect(await listSynonyms()).toHaveLength(before.length - 1);
  expect(await undoLast()).toMatchObject({ ok: true });
  expect(await listSynonyms()).toEqual(before);
  expect(await undoLast()).toEqual({ ok: false, reason: "undone-already" });

  const { id } = before.find(({ words }) => words.includes("tram")) ?? { id: "" };
  await removeSynonym({ id, actor });
  const removed = await last();
  await saveSynonym({ words: ["streetcar", "lorry"], actor });
  expect(await undoChange({ id: removed.id, actor })).toEqual({ ok: false, reason: "changed-since" });
  expect(await undoLast()).toMatchObject({ ok: true });
  expect(await undoChange({ id: removed.id, actor })).toMatchObject({ ok: true });
  expect(await listSynonyms()).toEqual(before);
});

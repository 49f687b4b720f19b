import { noteChange } from "#lib/data/catalogue/changes.ts";
import type { Queries } from "#lib/data/db.ts";
import { inOneLine } from "#lib/domain/search/synonyms.ts";
import type { Actor } from "#lib/domain/workflow/decide.ts";

interface Changed {
  /** The sets that were there. */
  before: readonly { id: string; words: string[] }[];
  /** The words of the one that stands in their place; none where they are forgotten. */
  words: readonly string[];
  actor: Actor;
  now: Date;
}

/** Keeps what was changed about words that mean the same, so that it can be undone. The demonstration's own are nobody's change. */
export async function noteSynonyms(tx: Queries, { before, words, actor, now }: Changed): Promise<void> {
  if (actor.kind !== "person") return;
  const were = before.map((set) => `“${inOneLine(set.words)}”`).join(" and ");
  const said = words.length
    ? `Words that mean the same: “${inOneLine(words)}”${were ? `, before ${were}` : ""}`
    : `Words that meant the same were forgotten: ${were}`;
  await noteChange(tx, {
    ...{ subject: "synonym", subjectId: before[0]?.id ?? words[0] ?? "", kind: words.length ? "save" : "remove" },
    before: { sets: before.map((set) => ({ id: set.id, words: set.words })) },
    after: { words: [...words], said },
    ...{ actorId: actor.id, at: now },
  });
}

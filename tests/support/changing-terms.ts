import { changeTerm } from "#lib/commands/catalogue/terms/change-term.ts";
import { planTerms } from "#lib/data/catalogue/planning/plan.ts";
import { readTerms } from "#lib/data/catalogue/terms/terms.ts";
import { db } from "#lib/data/db.ts";
import { decideTerms, type Wish } from "#lib/domain/catalogue/decide.ts";
import type { TermList } from "#lib/domain/catalogue/terms.ts";
import { aPerson } from "./people.ts";

/** What an editor is shown before a change. Throws where it is refused. */
export async function previewOf(wish: Wish, list: TermList = "topic") {
  const rows = await readTerms(db, list);
  const decided = decideTerms(rows, wish, new Date().toISOString());
  if (!decided.ok) throw new Error(decided.reason.why);
  return planTerms(db, { list, rows, patch: decided.value });
}

/** Changes a list as an editor who has just read what it comes to. @returns the change's id */
export async function change(wish: Wish, list: TermList = "topic"): Promise<string> {
  const actor = await aPerson("editor");
  const changed = await changeTerm({ list, wish, seen: (await previewOf(wish, list)).seen, actor });
  if (!changed.ok) throw new Error(changed.reason.why);
  return changed.value.id;
}

/** All that a change of topics or support types may not leave different once it is undone. */
export async function everyRow() {
  const [topics, types, listings, texts, former] = await Promise.all([
    db.topic.findMany({ orderBy: { id: "asc" } }),
    db.supportType.findMany({ orderBy: { id: "asc" } }),
    db.listing.findMany({ orderBy: { caseStudyId: "asc" } }),
    db.listingText.findMany({ orderBy: { caseStudyId: "asc" } }),
    db.formerSlug.findMany({ orderBy: [{ subject: "asc" }, { slug: "asc" }], omit: { at: true } }),
  ]);
  return { topics, types, listings, texts, former };
}

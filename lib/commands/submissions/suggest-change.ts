import { randomUUID } from "node:crypto";
import { db } from "#lib/data/db.ts";
import { findOrAddPerson } from "#lib/data/people/people.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import { tidy } from "#lib/domain/template/text.ts";

interface Request {
  /** Of the published case study it is about. */
  slug: string;
  text: string;
  /** A work e-mail address, already checked to be one, so that an editor can ask back. */
  email: string;
  /** Key of the form it was typed in. The same form sent again changes nothing. */
  key?: string;
  /** False where a program seems to have written it: it is kept, and the editors are not written to. */
  announced?: boolean;
  now?: Date;
}

/** Keeps what somebody who knows better says about a published case study, for the editors to see. */
export async function suggestChange({
  slug,
  text,
  email,
  key = randomUUID(),
  announced = true,
  now = new Date(),
}: Request) {
  return db.$transaction(async (tx) => {
    const caseStudy = await tx.caseStudy.findFirst({
      where: { slug, versions: { some: { state: "published" } } },
      include: { versions: { where: { state: "published" } } },
    });
    const published = caseStudy?.versions[0];
    if (!caseStudy || !published) return refuse("not-found");

    const from = await findOrAddPerson(tx, email);
    const id = randomUUID();
    const suggestion = { id, key, caseStudyId: caseStudy.id, text: tidy(text), fromId: from.id, at: now };
    const { count } = await tx.suggestion.createMany({ data: [suggestion], skipDuplicates: true });
    const repeated = !count && (await tx.suggestion.count({ where: { key, text: suggestion.text } })) > 0;
    if (repeated) return ok({ caseStudyId: caseStudy.id });
    // Back and another text in the same form is another suggestion.
    if (!count) await tx.suggestion.create({ data: { ...suggestion, key: randomUUID() } });
    if (announced) {
      const letter = { kind: "suggestion", versionId: published.id, suggestionId: id };
      await tx.letter.create({ data: { ...letter, queuedAt: now } });
    }
    return ok({ caseStudyId: caseStudy.id });
  });
}

import { db } from "#lib/data/db.ts";
import { getAnswers, lockVersion } from "#lib/data/versions.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { questionFor } from "#lib/domain/template/templates.ts";
import type { Section, Template } from "#lib/domain/template/questions.ts";
import { saveSectionIn } from "./save-section.ts";

interface Request {
  versionId: string;
  template: Template;
  /** The revision the choice was made beside. */
  basedOn: number;
  /** What was chosen, by question. Whatever is not in it stays as it is. */
  chosen: Answers;
  /** Null to leave the contact as it is. */
  contact: { email: string; name: string; phone: string } | null;
  now?: Date;
}

/** Puts answers that were read from a file into a draft, section by section as its form would, or none of them. */
export async function takeReading({ versionId, template, basedOn, chosen, contact, now = new Date() }: Request) {
  const touched = template.sections.filter(({ questions }) =>
    questions.some(({ key, kind }) => key in chosen || (kind === "contact" && contact !== null)),
  );
  const undone = new Undone();
  try {
    return await db.$transaction(async (tx) => {
      const version = await lockVersion(tx, versionId);
      if (!version) return refuse("not-found");
      if (version.latestRevision !== basedOn) return refuse("stale");
      const before = await getAnswers(tx, versionId, basedOn);
      const contactId = before[questionFor(template, "contact")?.key ?? ""];
      const known =
        typeof contactId === "string"
          ? await tx.contact.findFirst({ where: { id: contactId, caseStudyId: version.caseStudyId } })
          : null;
      let revision = basedOn;
      for (const section of touched) {
        const typed = typedIn(section, before, chosen);
        const details = contact ?? known ?? { email: "", name: "", phone: "" };
        const saved = await saveSectionIn(tx, { versionId, basedOn: revision, section, typed, contact: details, now });
        if (!saved.ok) {
          undone.reason = saved.reason;
          throw undone;
        }
        revision = saved.value.revision;
      }
      return ok({ revision, sections: touched.map(({ key }) => key) });
    });
  } catch (error) {
    if (error === undone && undone.reason) return refuse(undone.reason);
    throw error;
  }
}

/** Rolls back what was saved of other sections. */
class Undone extends Error {
  reason: Extract<Awaited<ReturnType<typeof saveSectionIn>>, { ok: false }>["reason"] | null = null;
}

/** A section's answers as its form would send them: those it has, and those that were chosen. */
const typedIn = ({ questions }: Section, before: Answers, chosen: Answers): Answers =>
  Object.fromEntries(
    questions
      .filter(({ kind }) => kind !== "contact")
      .flatMap(({ key }) => (key in chosen ? [[key, chosen[key]]] : key in before ? [[key, before[key]]] : [])),
  );

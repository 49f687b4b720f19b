import { db } from "#lib/data/db.ts";
import { getAnswers, lockVersion } from "#lib/data/versions.ts";
import { goneWords } from "#lib/domain/files/refusals.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { questionFor } from "#lib/domain/template/templates.ts";
import type { Section, Template } from "#lib/domain/template/questions.ts";
import { filesIn, isNamedIn } from "#lib/domain/word/choices.ts";
import type { Chosen } from "#lib/domain/word/chosen.ts";
import type { KeptPicture } from "#lib/domain/word/reading.ts";
import { saveSectionIn, type GoneFile } from "./save-section.ts";
import { takePictures } from "./take-pictures.ts";

interface Request {
  versionId: string;
  template: Template;
  readingId: string;
  /** The revision the choice was made beside. */
  basedOn: number;
  /** What was chosen. Whatever is not in it stays as it is, and so does the contact where it is null. */
  chosen: Pick<Chosen, "answers" | "contact" | "pictures">;
  now?: Date;
}

/**
 * Puts what was chosen of a file into a draft, section by section as its form would, or none of it. Pictures that cannot be added
 * keep nothing else from it. The same once more changes nothing, however old the page it was chosen on.
 */
export async function takeReading({ chosen, now = new Date(), ...about }: Request) {
  const { versionId, basedOn } = about;
  const version = await db.version.findUnique({ where: { id: versionId } });
  if (!version) return refuse("not-found");
  const answers = { ...(await getAnswers(db, versionId, version.latestRevision)), ...chosen.answers };
  const isThere = (one: KeptPicture) => isNamedIn(filesIn(answers, one), one);
  const pictures = chosen.pictures.filter((one) => !isThere(one));
  // Pictures take a while: none is added that could not be kept.
  if (pictures.length > 0 && version.latestRevision !== basedOn) return refuse("stale");
  const { answers: named, refused } = await takePictures({ ...about, pictures, answers });
  const same = Object.fromEntries(chosen.pictures.filter(isThere).map((one) => [one.question, filesIn(answers, one)]));
  const all = { ...chosen.answers, ...same, ...named };
  const saved = await saveChosen({ ...about, answers: all, contact: chosen.contact, now });
  if (!saved.ok) return saved;
  const { gone, ...value } = saved.value;
  return ok({ ...value, refused: [...refused, ...gone.map(({ said }) => goneWords(said))] });
}

interface ToSave extends Omit<Required<Request>, "chosen" | "readingId">, Pick<Chosen, "answers" | "contact"> {}

async function saveChosen({ versionId, template, basedOn, answers: chosen, contact, now }: ToSave) {
  const touched = template.sections.filter(({ questions }) =>
    questions.some(({ key, kind }) => key in chosen || (kind === "contact" && contact !== null)),
  );
  const undone = new Undone();
  try {
    return await db.$transaction(async (tx) => {
      const version = await lockVersion(tx, versionId);
      if (!version) return refuse("not-found");
      const isLatest = version.latestRevision === basedOn;
      const before = await getAnswers(tx, versionId, version.latestRevision);
      const contactId = before[questionFor(template, "contact")?.key ?? ""];
      const known =
        typeof contactId === "string"
          ? await tx.contact.findFirst({ where: { id: contactId, caseStudyId: version.caseStudyId } })
          : null;
      let revision = basedOn;
      const gone: GoneFile[] = [];
      for (const section of touched) {
        const typed = typedIn(section, before, chosen);
        const details = contact ?? known ?? { email: "", name: "", phone: "" };
        const saved = await saveSectionIn(tx, { versionId, basedOn: revision, section, typed, contact: details, now });
        if (!saved.ok) {
          undone.reason = saved.reason;
          throw undone;
        }
        // What says the same already may be based on anything; whatever would change something may not.
        if (isLatest) revision = saved.value.revision;
        gone.push(...saved.value.gone);
      }
      return ok({ revision, sections: touched.map(({ key }) => key), gone });
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

import { saveSection } from "#lib/commands/submissions/save-section.ts";
import type { FileAnswer, Answers } from "#lib/domain/template/answers.ts";
import { nameToShow } from "#lib/domain/files/names.ts";
import { goneWords, refusalWords, type FileRefusal } from "#lib/domain/files/refusals.ts";
import type { Question, Section } from "#lib/domain/template/questions.ts";
import { refuse } from "#lib/domain/result.ts";
import type { Actor } from "#lib/domain/workflow/decide.ts";
import { attachFile } from "./attach-file.ts";

type FilesQuestion = Extract<Question, { kind: "files" }>;

/** A file that came with a section's form, for one of its questions, and what was said of it. */
export interface NewFile {
  question: string;
  name: string;
  /** Where it was written down; null where it could not be. */
  path: string | null;
  said: Omit<FileAnswer, "attachment">;
}

interface Request {
  versionId: string;
  basedOn: number;
  save?: { page: string; turn: number } | undefined;
  section: Section;
  /** What the section's form says, with the files it lists. */
  typed: Answers;
  contact: { email: string; name: string; phone: string };
  files: readonly NewFile[];
  actor?: Actor;
  now?: Date;
}

/** Why one file was not taken, in words that begin with its name. */
export interface RefusedFile {
  question: string;
  message: string;
  /** What was said of it, to be used for the next try. */
  said: NewFile["said"];
}

/** Whoever does not answer about one file is not asked about the next, so that whoever sent several is told in time. */
const isAway = ({ because }: FileRefusal) => because === "storage" || because === "not-scanned";

/**
 * Adds the files that came with a section's form, and saves the section with them. Files that are refused keep no other from
 * being added, and nothing from being saved.
 */
export async function addFiles({ files, typed, actor, now = new Date(), ...request }: Request) {
  const { versionId, section } = request;
  const who = actor ?? ({ kind: "holder", versionId } as const);
  const refused: RefusedFile[] = [];
  let answers = typed;
  let away: FileRefusal | null = null;
  for (const file of files) {
    const question = section.questions.find(
      (one): one is FilesQuestion => one.kind === "files" && one.key === file.question,
    );
    if (!question) continue;
    const rows = (answers[question.key] as FileAnswer[] | undefined) ?? [];
    const added: Attached = away ? refuse(away) : await addOne(question, rows, file, { versionId, actor: who, now });
    if (!added.ok && isAway(added.reason)) away = added.reason;
    if (added.ok) answers = { ...answers, [question.key]: [...rows, { attachment: added.value.id, ...file.said }] };
    else
      refused.push({
        question: question.key,
        message: `${nameToShow(file.name)}: ${refusalWords(added.reason)}`,
        said: file.said,
      });
  }
  const saved = await saveSection({ ...request, typed: answers, actor: who, now });
  for (const { question, said } of saved.ok ? saved.value.gone : [])
    refused.push({ question, message: goneWords(said), said });
  return { saved, typed: answers, refused };
}

type Attached = Awaited<ReturnType<typeof attachFile>>;

async function addOne(
  { accept, maxItems }: FilesQuestion,
  rows: readonly FileAnswer[],
  { name, path }: NewFile,
  about: { versionId: string; actor: Actor; now: Date },
): Promise<Attached> {
  if (rows.length >= maxItems) return { ok: false, reason: { because: "too-many", most: maxItems } };
  if (path === null) return { ok: false, reason: { because: "storage" } };
  return attachFile({ ...about, name, accept, content: { path } });
}

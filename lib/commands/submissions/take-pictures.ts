import { attachFile } from "#lib/commands/files/attach-file.ts";
import { findPicture, noteTaken } from "#lib/data/submissions/word-readings.ts";
import { refusalWords, type FileRefusal } from "#lib/domain/files/refusals.ts";
import { refuse, type Result } from "#lib/domain/result.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import type { Question, Template } from "#lib/domain/template/questions.ts";
import { questionsOf } from "#lib/domain/template/templates.ts";
import { filesIn } from "#lib/domain/word/choices.ts";
import type { KeptPicture } from "#lib/domain/word/reading.ts";

interface Request {
  versionId: string;
  template: Template;
  readingId: string;
  pictures: readonly KeptPicture[];
  /** What the draft will say but for the pictures. */
  answers: Answers;
}

/** The answers that name the pictures, and why others were not added, in words that begin with what each is called. */
export interface TakenPictures {
  answers: Answers;
  refused: string[];
}

/**
 * Adds pictures that were found in a Word file to a draft's files. Each is noted as soon as it is kept, so that whoever takes it
 * once more gets the same file.
 */
export async function takePictures({ template, pictures, answers, ...about }: Request): Promise<TakenPictures> {
  const taken: TakenPictures = { answers: {}, refused: [] };
  for (const picture of pictures) {
    const question = questionsOf(template).find(isFiles(picture.question));
    if (!question) continue;
    const rows = filesIn({ ...answers, ...taken.answers }, picture);
    const added = await takeOne(question.maxItems - rows.length, picture, question, about);
    const { title, alt, credit, position } = picture;
    if (added.ok) taken.answers[question.key] = [...rows, { attachment: added.value, title, alt, credit }];
    else taken.refused.push(`${title || alt || `Picture ${position + 1}`}: ${refusalWords(added.reason)}`);
  }
  return taken;
}

type FilesQuestion = Extract<Question, { kind: "files" }>;
const isFiles =
  (key: string | null) =>
  (one: Question): one is FilesQuestion =>
    one.kind === "files" && one.key === key;

async function takeOne(
  room: number,
  picture: KeptPicture,
  { accept, maxItems }: FilesQuestion,
  { versionId, readingId }: Pick<Request, "versionId" | "readingId">,
): Promise<Result<string, FileRefusal>> {
  if (room <= 0) return refuse({ because: "too-many", most: maxItems });
  if (picture.attachment) return { ok: true, value: picture.attachment };
  const content = await findPicture(readingId, picture);
  if (!content) return refuse({ because: "damaged" });
  const name = `picture-${picture.position + 1}.webp`;
  const actor = { kind: "holder", versionId } as const;
  const attached = await attachFile({ versionId, name, accept, content, actor });
  return attached.ok ? { ok: true, value: await noteTaken(readingId, picture, attached.value.id) } : attached;
}

import { attachFile } from "#lib/commands/files/attach-file.ts";
import { findPicture } from "#lib/data/submissions/word-readings.ts";
import type { Answers, FileAnswer } from "#lib/domain/template/answers.ts";
import type { KeptPicture } from "#lib/domain/word/reading.ts";

interface Draft {
  versionId: string;
  answers: Answers;
}

/**
 * Adds pictures that were found in a Word file to a draft's files: the one place where they are attached.
 *
 * @returns the answers that name them, with those that were there before
 */
export async function attachPictures(
  draft: Draft,
  readingId: string,
  pictures: readonly KeptPicture[],
): Promise<Answers> {
  const answers: Answers = {};
  for (const picture of pictures) {
    const bytes = await findPicture(readingId, picture);
    if (!bytes || !picture.question) continue;
    const { title, alt, credit, question } = picture;
    const name = `picture-${picture.position + 1}.webp`;
    const actor = { kind: "holder", versionId: draft.versionId } as const;
    const attached = await attachFile({ versionId: draft.versionId, name, accept: "images", content: bytes, actor });
    if (!attached.ok) continue;
    const before = (answers[question] ?? draft.answers[question] ?? []) as FileAnswer[];
    answers[question] = [...before, { attachment: attached.value.id, title, alt, credit }];
  }
  return answers;
}

import { getNamedTerms } from "#lib/data/catalogue/terms/choices.ts";
import { listCouncilNames } from "#lib/data/directory/council-names.ts";
import { keepReading } from "#lib/data/submissions/word-readings.ts";
import { listAttached } from "#lib/data/files/files.ts";
import type { Template } from "#lib/domain/template/questions.ts";
import { questionFor } from "#lib/domain/template/templates.ts";
import { fitReading } from "#lib/domain/word/fit.ts";
import type { RawReading } from "#lib/domain/word/raw-reading.ts";

interface For {
  versionId: string;
  caseStudyId: string;
  revision: number;
  template: Template;
}

/** Keeps what was read of a Word file for a draft, with its names as what they stand for here. @returns the reading's id */
export async function keepForDraft(draft: For, raw: RawReading, now = new Date()): Promise<string> {
  const [{ topic, support }, councils, attachments] = await Promise.all([
    getNamedTerms(),
    listCouncilNames(),
    listAttached(draft.caseStudyId),
  ]);
  const known = {
    topics: topic.filter(({ offered }) => offered),
    supportTypes: support.filter(({ offered }) => offered),
    councils,
    attachments: attachments.map(({ id }) => id),
  };
  const takes = questionFor(draft.template, "images")?.key ?? null;
  const pictures = raw.pictures.map(({ heading, title, alt, credit, width, height }, position) => {
    return { question: takes, heading, title, alt, credit, width, height, position, attachment: null };
  });
  const { picturesLeft = 0 } = raw;
  const reading = { ...fitReading(draft.template, raw, known), pictures, picturesLeft };
  const bytes = raw.pictures.map((one) => ({
    bytes: Buffer.from(one.bytes, "base64"),
    width: one.width,
    height: one.height,
  }));
  return keepReading({ versionId: draft.versionId, revision: draft.revision, reading, pictures: bytes }, now);
}

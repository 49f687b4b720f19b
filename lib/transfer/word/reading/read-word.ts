import type { Template } from "#lib/domain/template/questions.ts";
import { questionsOf } from "#lib/domain/template/templates.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import type { WordRefusal } from "#lib/domain/word/refusals.ts";
import type { Leftover, Raw, RawReading } from "#lib/domain/word/raw-reading.ts";
import type { Block } from "../document/blocks.ts";
import { findDocument } from "../document/context.ts";
import { readBlocks } from "../document/read-document.ts";
import { checkParts } from "../package/check-parts.ts";
import { openPackage, type Parts } from "../package/open-package.ts";
import { Refused } from "../package/refused.ts";
import { digestOf, findCarried, type Carried } from "./carried.ts";
import { picturesIn } from "./pictures.ts";
import { rawOf, saysNothing } from "./answers/raw-answers.ts";
import { takeApart } from "./take-apart.ts";
import { plainOf } from "./answers/to-markdown.ts";

/**
 * Reads a Word file against a template. Whatever stands in it is read or left over; only files that are no such document are refused.
 *
 * @param isKnown whether a file that a document of ours shows belongs to what it is read for; any other is read as if it were new
 */
export async function readWord(
  bytes: Uint8Array,
  template: Template,
  isKnown: (file: string) => boolean = () => true,
): Promise<Result<RawReading, WordRefusal>> {
  const opened = await openPackage(bytes);
  if (!opened.ok) return opened;
  try {
    checkParts(opened.value);
    const found = findDocument(opened.value);
    if (!found) return refuse("damaged");
    return ok(readAnswers(template, readBlocks(found.body, found.context), { files: opened.value, isKnown }));
  } catch (error) {
    if (error instanceof Refused) return refuse(error.reason);
    throw error;
  }
}

interface Files {
  files: Parts;
  isKnown: (file: string) => boolean;
}

function readAnswers(template: Template, blocks: readonly Block[], { files, isKnown }: Files): RawReading {
  const { parts, title, mixed } = takeApart(template, blocks);
  const raw: Record<string, Raw> = {};
  const leftovers: Leftover[] = [];
  for (const question of questionsOf(template)) {
    const own = parts.filter(({ key }) => key === question.key);
    const read = rawOf(question, own);
    if (!saysNothing(read.raw)) raw[question.key] = read.raw;
    if (read.rest) leftovers.push({ heading: own[0]?.heading ?? "", text: read.rest });
  }
  for (const part of parts) {
    const text = part.key === null ? plainOf(part.blocks) : "";
    if (text) leftovers.push({ heading: part.heading, text });
  }
  const carried = findCarried(files);
  const exact = carried ? unchanged(template, carried, raw) : {};
  const pictures = picturesIn(parts, files, { shapes: carried?.shapes ?? {}, isKnown });
  return { raw, exact, leftovers, pictures, mixed, title: title === template.name ? "" : title };
}

/** The carried answers of the questions whose words nobody has changed. */
function unchanged(template: Template, { template: key, answers, shown }: Carried, raw: Record<string, Raw>) {
  if (key !== template.key) return {};
  const same = questionsOf(template).filter((one) => one.key in answers && shown[one.key] === digestOf(raw[one.key]));
  return Object.fromEntries(same.map((one) => [one.key, answers[one.key]]));
}

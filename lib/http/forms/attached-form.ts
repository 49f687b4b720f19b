import type { Section } from "#lib/domain/template/questions.ts";
import { addField, readNewFile } from "#lib/domain/template/file-answers.ts";
import { limitWords } from "#lib/domain/abuse/limits.ts";
import type { Hit } from "#lib/domain/abuse/limits.ts";
import { mostAtOnce } from "#lib/domain/files/kinds.ts";
import { readSection } from "./section-form.ts";
import type { Upload } from "./upload.ts";

/** A section's form with the files that came with it, each with what was said of it: that of the first stands for one file. */
export function readAttached(section: Section, upload: Upload, councils: Parameters<typeof readSection>[2]) {
  const questions = section.questions.filter(({ kind }) => kind === "files").map(({ key }) => key);
  const nothing = { title: "", alt: "", credit: "" };
  const files = questions.flatMap((question) =>
    upload.files
      .filter(({ field }) => field === addField(question))
      .map(({ name, path }, index) => {
        const said = readNewFile(question, upload.values);
        return { question, name, path, said: index === 0 ? said : nothing };
      }),
  );
  const newFiles = Object.fromEntries(questions.map((question) => [question, readNewFile(question, upload.values)]));
  const first = questions[0] ?? "";
  const read = readSection(section, upload.values, councils);
  const refused: { question: string; message: string; said?: object }[] = [];
  if (upload.tooMany)
    refused.push({
      question: first,
      message: `Only the first ${mostAtOnce} files were looked at. Add the others next.`,
    });
  // What is said of a file has no place to stay without one.
  if (read.asked === "add" && files.length === 0)
    refused.push({ question: first, message: "Choose the file to add.", said: newFiles[first] ?? nothing });
  return { ...read, files, newFiles, refused };
}

/** Why no file was taken at all: a limit was reached. */
export const refusedByLimit = (section: Section, { limit, seconds }: Hit, now = new Date()) =>
  section.questions
    .filter(({ kind }) => kind === "files")
    .slice(0, 1)
    .map(({ key }) => ({ question: key, message: limitWords(limit, seconds, now) ?? "A limit was reached." }));

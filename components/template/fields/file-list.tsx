import { fileKind, fileSize } from "#components/ui/words.ts";
import type { FileAnswer } from "#lib/domain/template/answers.ts";
import type { Question } from "#lib/domain/template/questions.ts";
import { thumbnailOf, type FilesShown } from "./files-field.tsx";

interface Props {
  question: Extract<Question, { kind: "files" }>;
  rows: readonly FileAnswer[];
  files: FilesShown;
}

/** The files that an answer names, as those who write and review see them. */
export function FileList({ question: { accept }, rows, files }: Props) {
  return (
    <ul className="max-w-prose">
      {rows.map(({ attachment, title, alt, credit }) => {
        const file = files.attached.find(({ id }) => id === attachment);
        const name = file?.name ?? "A file";
        return (
          <li key={attachment} className="mb-3 flex items-start gap-4">
            {accept === "images" && (
              <img
                src={thumbnailOf(files, attachment)}
                alt={alt}
                width={96}
                height={72}
                loading="lazy"
                className="h-[72px] w-24 shrink-0 bg-wash object-contain"
              />
            )}
            <div className="min-w-0 wrap-anywhere">
              <a href={files.address(attachment)}>{title || name}</a>
              {file && ` (${fileKind(name)}, ${fileSize(file.bytes)})`}
              {alt && <span className="block text-small text-soft">Shows: {alt}</span>}
              {credit && <span className="block text-small text-soft">Credit: {credit}</span>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

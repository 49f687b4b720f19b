import type { ReactNode } from "react";
import { FieldGroup } from "#components/form/field.tsx";
import { fileKind, fileSize } from "#components/ui/words.ts";
import { acceptOf, mostAtOnce } from "#lib/domain/files/kinds.ts";
import type { FileAnswer } from "#lib/domain/template/answers.ts";
import { rowField } from "#lib/domain/template/fields.ts";
import { addField, listedField, newField } from "#lib/domain/template/file-answers.ts";
import type { Gap } from "#lib/domain/template/progress.ts";
import type { Question } from "#lib/domain/template/questions.ts";
import { movedId, type MovedFile } from "#lib/http/forms/moved-file.ts";
import type { Frame } from "./choice-field.tsx";

type FilesQuestion = Extract<Question, { kind: "files" }>;
type Part = "alt" | "credit" | "title";

/** What is attached already, and where those who write see it before the public does. */
export interface FilesShown {
  attached: readonly { id: string; name: string; bytes: number; widths: readonly number[]; tagged: boolean | null }[];
  /** @param width in pixels, for a picture */
  address: (id: string, width?: number) => string;
  /** What was typed for files that were refused. */
  typed?: Readonly<Record<string, Partial<Record<Part, string>>>>;
  /** Why files were refused, by question. */
  refused?: Readonly<Record<string, readonly string[]>>;
  /** What a button has just done with one. */
  moved?: MovedFile | undefined;
}

interface Props {
  frame: Frame;
  question: FilesQuestion;
  rows: readonly FileAnswer[];
  gaps: readonly Gap[];
  files: FilesShown;
}

const nouns = { images: "image", documents: "document" } as const;
const parts = {
  images: [
    { part: "alt", label: "What it shows, for people who cannot see it" },
    { part: "credit", label: "Credit" },
  ],
  documents: [{ part: "title", label: "Title" }],
} as const satisfies Record<string, readonly { part: Part; label: string }[]>;

/** The files of a question, and a way to add more. The buttons are part of the form: each saves everything and comes back. */
export function FilesField({ frame, question, rows, gaps, files }: Props) {
  const { key, maxItems, accept } = question;
  const moved = files.moved?.question === key ? files.moved : undefined;
  return (
    <FieldGroup {...frame}>
      <input type="hidden" name={listedField(key)} value="yes" />
      {moved?.row === null && (
        <Moved question={key}>
          The {nouns[accept]} was removed. {rows.length === 0 ? "None is left." : `Left: ${rows.length}.`}
        </Moved>
      )}
      {rows.length > 0 && (
        <ol>
          {rows.map((row, index) => (
            <OneFile
              key={row.attachment}
              {...{ question, row, index, files }}
              of={rows.length}
              moved={moved?.row === index}
              gaps={gaps.filter(({ question: about, at }) => about === key && at[0] === index)}
            />
          ))}
        </ol>
      )}
      {rows.length < maxItems ? (
        <AddFile question={question} files={files} />
      ) : (
        <p className="border-t border-line pt-3">There is room for {maxItems}. Remove one to add another.</p>
      )}
    </FieldGroup>
  );
}

/** Where the smallest copy of a picture is. */
export function thumbnailOf({ attached, address }: FilesShown, id: string): string {
  const smallest = Math.min(...(attached.find((file) => file.id === id)?.widths ?? []));
  return address(id, Number.isFinite(smallest) ? smallest : undefined);
}

interface OneProps extends Pick<Props, "question" | "gaps" | "files"> {
  row: FileAnswer;
  index: number;
  of: number;
  /** Whether a button has just put it here. */
  moved: boolean;
}

function OneFile({ question: { key, accept }, row, index, of, moved, gaps, files }: OneProps) {
  const file = files.attached.find(({ id }) => id === row.attachment);
  const name = file?.name ?? "a file";
  // Two may have the same name.
  const about = `${nouns[accept]} ${index + 1}, ${name}`;
  return (
    <li className="mb-5 border-t border-line pt-3">
      {moved && (
        <Moved question={key}>
          “{name}” is now {nouns[accept]} {index + 1} of {of}.
        </Moved>
      )}
      <input type="hidden" name={rowField(key, index, "attachment")} value={row.attachment} />
      <div className="flex items-start gap-4">
        {accept === "images" && (
          <img
            src={thumbnailOf(files, row.attachment)}
            alt=""
            width={96}
            height={72}
            loading="lazy"
            className="h-[72px] w-24 shrink-0 bg-wash object-contain"
          />
        )}
        <p className="min-w-0 wrap-anywhere">
          <span className="capitalize">{nouns[accept]}</span> {index + 1}:{" "}
          <a href={files.address(row.attachment)}>{name}</a>
          {file && (
            <span className="block text-small text-soft">
              {fileKind(name)}, {fileSize(file.bytes)}
            </span>
          )}
        </p>
      </div>
      {file?.tagged === false && <Untagged />}
      {parts[accept].map(({ part, label }) => (
        <Said
          key={part}
          id={rowField(key, index, part)}
          label={label}
          value={row[part]}
          error={gaps.find(({ at }) => at[1] === part)?.message}
        />
      ))}
      <p className="mt-2 flex flex-wrap gap-x-6 gap-y-2">
        {index > 0 && <Press does={`up:${key}:${index}`} label="Move up" about={about} />}
        {index < of - 1 && <Press does={`down:${key}:${index}`} label="Move down" about={about} />}
        <Press does={`remove:${key}:${index}`} label="Remove" about={about} />
      </p>
    </li>
  );
}

/** It is kept all the same: whoever has it may have no better one. */
function Untagged() {
  return (
    <p className="mt-2 border-l-4 border-line pl-4 text-small">
      This PDF has no tags, so somebody who listens to it may not hear its headings, lists and tables. If you have the
      file it was made from, save it as a PDF again with “accessible” or “tagged” chosen, or add that file instead.
    </p>
  );
}

/** What a button did, where the page goes on. */
function Moved({ question, children }: { question: string; children: ReactNode }) {
  return (
    <p
      id={movedId(question)}
      role="status"
      tabIndex={-1}
      className="mb-4 border-l-[6px] border-house bg-tint px-5 py-3 wrap-anywhere text-ink"
    >
      {children}
    </p>
  );
}

function AddFile({ question: { key, accept }, files }: Pick<Props, "question" | "files">) {
  const id = addField(key);
  const refused = files.refused?.[key] ?? [];
  const described = [`${id}-help`, refused.length > 0 && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset className="border-t border-line pt-3">
      <legend className="float-left mb-2 w-full font-bold">
        {accept === "images" ? "Add an image" : "Add a document"}
      </legend>
      <div className={`clear-both ${refused.length ? "border-l-4 border-did-not-work pl-4" : ""}`}>
        <label htmlFor={id}>{accept === "images" ? "Image" : "Document"}</label>
        <p id={`${id}-help`} className="text-small text-soft">
          {accept === "images" ? "JPEG, PNG or WebP" : "PDF, DOCX, XLSX, PPTX, CSV, ODT or ODS"}, up to 10 MB
          {accept === "images" ? ". Where and with what it was taken is removed." : "."}
        </p>
        {refused.length > 0 && (
          <div id={`${id}-error`} className="font-bold text-did-not-work">
            {refused.map((message) => (
              <p key={message} className="wrap-anywhere">
                {message}
              </p>
            ))}
          </div>
        )}
        <input
          id={id}
          name={id}
          type="file"
          multiple
          accept={acceptOf(accept)}
          aria-describedby={described}
          data-most={mostAtOnce}
          className="field mt-1"
        />
      </div>
      {parts[accept].map(({ part, label }) => (
        <Said
          key={part}
          id={newField(key, part)}
          label={`${label}${accept === "documents" ? " (optional)" : ""}`}
          value={files.typed?.[key]?.[part] ?? ""}
          error={undefined}
        />
      ))}
      <p className="mt-3">
        <button type="submit" name="do" value="add" className="link-button">
          {accept === "images" ? "Add the image" : "Add the document"}
        </button>
      </p>
    </fieldset>
  );
}

function Said({ id, label, value, error }: { id: string; label: string; value: string; error: string | undefined }) {
  return (
    <div className="mt-2">
      <label htmlFor={id} className="block">
        {label}
      </label>
      {error && (
        <p id={`${id}-error`} className="font-bold text-did-not-work">
          {error}
        </p>
      )}
      <input id={id} name={id} defaultValue={value} className="field" aria-describedby={error && `${id}-error`} />
    </div>
  );
}

function Press({ does, label, about }: { does: string; label: string; about: string }) {
  return (
    <button type="submit" name="do" value={does} className="link-button">
      {label} <span className="sr-only">{about}</span>
    </button>
  );
}

import type { ReactNode } from "react";
import { Field } from "#components/form/field.tsx";
import { PrivacyNote } from "#components/privacy/privacy-note.tsx";
import { wordType } from "#lib/http/answers/word.ts";

interface Props {
  action: string;
  error: string | undefined;
  /** Fields that nobody fills in. */
  children?: ReactNode;
}

/** One file, what is taken, and what comes then. */
export function UploadForm({ action, error, children }: Props) {
  return (
    <form method="post" action={action} encType="multipart/form-data" noValidate>
      {children}
      <PrivacyNote about="reading" />
      <Field
        id="file"
        label="Word file"
        help="A .docx file of 10 MB or less. Our template is read best, but any file with headings will do."
        error={error}
      >
        {(describedBy) => (
          <input
            id="file"
            name="file"
            type="file"
            accept={`.docx,${wordType}`}
            aria-describedby={describedBy}
            aria-invalid={error ? true : undefined}
            className="block w-full max-w-full border-2 border-ink p-3"
          />
        )}
      </Field>
      <button type="submit" className="button">
        Read the file
      </button>
      <p className="mt-5 max-w-prose text-soft">
        Nothing goes into your draft before you say so: on the next page you see, section by section, what was read and
        what was not understood, and choose what to keep.
      </p>
    </form>
  );
}

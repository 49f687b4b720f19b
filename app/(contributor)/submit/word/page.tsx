import { randomUUID } from "node:crypto";
import { ErrorSummary } from "#components/form/error-summary.tsx";
import { Trap } from "#components/form/trap.tsx";
import { PrivatePage } from "#components/site/private-page.tsx";
import { UploadForm } from "#components/word/upload-form.tsx";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { stampOf } from "#lib/http/stamp.ts";

/** A draft can begin with a file. It is made once the file has been read. */
export default async function StartFromWordPage({ searchParams }: PageProps<"/submit/word">) {
  const asked = await searchParams;
  const attempt = await findAttempt(readText(asked["attempt"], 36), paths.startFromWord);
  const key = randomUUID();
  const typed = { key, stamp: stampOf(key, new Date()), subject: "", ...attempt?.typed } as Record<string, string>;
  const error = attempt?.errors["file"];
  return (
    <PrivatePage title="Start from a Word file" failed={Boolean(attempt)}>
      <ErrorSummary errors={error ? [{ field: "file", message: error }] : []} />
      <p className="mb-6 max-w-prose">
        Write it in Word first, or use what you have already. <a href={paths.wordTemplate}>Get the Word template</a>: it
        has every question in it, with guidance.
      </p>
      <UploadForm action={`${paths.startFromWord}/read`} error={error}>
        <input type="hidden" name="key" value={typed["key"]} />
        <input type="hidden" name="stamp" value={typed["stamp"]} />
        <Trap name="subject" value={typed["subject"] ?? ""} />
      </UploadForm>
    </PrivatePage>
  );
}

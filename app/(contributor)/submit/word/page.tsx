import { randomUUID } from "node:crypto";
import { ErrorSummary } from "#components/form/error-summary.tsx";
import { Trap } from "#components/form/trap.tsx";
import { PrivatePage } from "#components/site/private-page.tsx";
import { UploadForm } from "#components/word/upload-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { findDraft, titleOf, type Draft } from "#lib/data/submissions/drafts.ts";
import { isWithAuthor } from "#lib/domain/workflow/states.ts";
import { rememberedDraft } from "#lib/http/cookies.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { stampOf } from "#lib/http/stamp.ts";

/** A draft can begin with a file. It is made once the file has been read. */
export default async function StartFromWordPage({ searchParams }: PageProps<"/submit/word">) {
  const asked = await searchParams;
  const attempt = await findAttempt(readText(asked["attempt"], 36), paths.startFromWord);
  const token = await rememberedDraft();
  const begun = token ? await findDraft(token) : null;
  const key = randomUUID();
  const typed = { key, stamp: stampOf(key, new Date()), subject: "", ...attempt?.typed } as Record<string, string>;
  const error = attempt?.errors["file"];
  return (
    <PrivatePage title="Start from a Word file" failed={Boolean(attempt)}>
      <ErrorSummary errors={error ? [{ field: "file", message: error }] : []} />
      {begun && isWithAuthor(begun.state) && <DraftInProgress draft={begun} token={token} />}
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

/** What this browser would lose sight of by starting another. */
function DraftInProgress({ draft, token }: { draft: Draft; token: string }) {
  return (
    <div className="mb-8 max-w-prose">
      <Notice heading="A draft is in progress in this browser">
        <p>
          A file that you upload here starts another. To put it into “{titleOf(draft) || "Your case study"}”,{" "}
          <a href={paths.draftWord(token)}>fill that draft from a Word file</a>.
        </p>
      </Notice>
    </div>
  );
}

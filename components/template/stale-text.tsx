import { Notice } from "#components/ui/notice.tsx";
import { timeOf } from "#components/ui/words.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import type { Section } from "#lib/domain/template/questions.ts";
import { inWords, type Names } from "./in-words.ts";

interface Props {
  section: Section;
  saved: Answers;
  savedAt: Date;
  names: Names;
  /** Who saved it, where that is for the reader to know. */
  by?: string | undefined;
}

/** Two windows saved one after the other: here is the other one's text, below it the form still holds this one's. */
export function StaleText({ section, saved, savedAt, names, by }: Props) {
  const where = by ? `by ${by}` : "somewhere else";
  return (
    <div className="mb-8 max-w-prose">
      <Notice heading={`This section was changed ${where} at ${timeOf(savedAt)}`}>
        <p>
          What you typed is below and is not saved yet. This is what was saved there. Save again to replace it with
          yours.
        </p>
        <details open>
          <summary className="mt-2 font-bold">The text saved there</summary>
          {section.questions.map((question) => (
            <div key={question.key} className="mt-2">
              <p className="text-small text-soft">{question.label}</p>
              <p className="wrap-anywhere whitespace-pre-wrap">
                {inWords(question, saved[question.key], names) || "Nothing"}
              </p>
            </div>
          ))}
        </details>
      </Notice>
    </div>
  );
}

import { Notice } from "#components/ui/notice.tsx";
import { timeOf } from "#components/ui/words.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import type { Section } from "#lib/domain/template/questions.ts";

/** Two windows saved one after the other: here is the other one's text, below it the form still holds this one's. */
export function StaleText({ section, saved, savedAt }: { section: Section; saved: Answers; savedAt: Date }) {
  return (
    <div className="mb-8 max-w-prose">
      <Notice heading={`This section was changed somewhere else at ${timeOf(savedAt)}`}>
        <p>
          What you typed is below and is not saved yet. This is what was saved there. Save again to replace it with
          yours.
        </p>
        <details open>
          <summary className="mt-2 font-bold">The text saved there</summary>
          {section.questions.map(({ key, label }) => (
            <div key={key} className="mt-2">
              <p className="text-small text-soft">{label}</p>
              <p className="whitespace-pre-wrap">{textOf(saved[key])}</p>
            </div>
          ))}
        </details>
      </Notice>
    </div>
  );
}

function textOf(answer: unknown): string {
  if (answer === undefined) return "Nothing";
  return typeof answer === "string" ? answer : JSON.stringify(answer, null, 1);
}

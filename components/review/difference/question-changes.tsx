import type { QuestionDifference } from "#lib/domain/difference/answers.ts";
import type { Passage } from "#lib/domain/difference/passages.ts";
import type { Beside } from "./excerpt.ts";
import { LeftOut } from "./left-out.tsx";
import { PassageText } from "./passage-text.tsx";

/** What changed in one answer, with a few unchanged words beside it. */
export function QuestionChanges({ difference: { question, kind, passages } }: { difference: QuestionDifference }) {
  const prose = question.kind === "text" || question.kind === "markdown";
  return (
    <div className="max-w-prose">
      {passages.map((passage, index) => {
        // Rows are short, and each says little without the others.
        const beside = prose ? placeOf(passages, index) : "both";
        if (beside)
          return <PassageText key={index} passage={passage} beside={beside} named={prose && kind === "changed"} />;
        if (index > 0 && !placeOf(passages, index - 1)) return null;
        return (
          <p key={index}>
            <LeftOut />
          </p>
        );
      })}
    </div>
  );
}

/** Where a passage touches what changed, itself included. Null where it is far from all of it. */
function placeOf(passages: readonly Passage[], index: number): Beside | null {
  const changes = (at: number) => (passages[at]?.kind ?? "same") !== "same";
  if (changes(index) || (changes(index - 1) && changes(index + 1))) return "both";
  if (changes(index - 1)) return "start";
  return changes(index + 1) ? "end" : null;
}

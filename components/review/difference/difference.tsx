import { counted, figure } from "#components/ui/words.ts";
import { isDifferent, type QuestionDifference, type SectionDifference } from "#lib/domain/difference/answers.ts";
import { QuestionChanges } from "./question-changes.tsx";

interface Props {
  sections: readonly SectionDifference[];
  /** The start of every id in it, where a page shows more than one. */
  name?: string;
}

const said = { added: "answered", removed: "answer removed", changed: "changed", same: "" } as const;

/** Everything that differs between two sets of answers. Stands under a heading of the second level. */
export function Difference({ sections, name = "difference" }: Props) {
  const answers = sections.flatMap(({ questions }) => questions);
  const changed = answers.filter(isDifferent);
  if (!changed.length) return <p className="text-soft">Nothing changed.</p>;
  return (
    <>
      <p>
        <b>{`${figure(changed.length)} of ${counted(answers.length, "answer", "answers")} changed`}</b>
      </p>
      <ul className="mt-1 mb-6 flex flex-wrap gap-x-5 gap-y-1">
        {changed.map(({ question: { key, label } }) => (
          <li key={key}>
            <a href={`#${name}-${key}`}>{label}</a>
          </li>
        ))}
      </ul>
      {changed.map((difference) => (
        <ChangedAnswer key={difference.question.key} difference={difference} name={name} />
      ))}
    </>
  );
}

function ChangedAnswer({ difference, name }: { difference: QuestionDifference; name: string }) {
  const { question, kind } = difference;
  return (
    <section aria-labelledby={`${name}-${question.key}`} className="border-t border-line py-4">
      <h3 id={`${name}-${question.key}`} className="mb-1 !text-h4">
        {question.label} <span className="font-normal text-soft">({said[kind]})</span>
      </h3>
      <QuestionChanges difference={difference} />
    </section>
  );
}

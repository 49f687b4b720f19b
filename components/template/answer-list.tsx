import type { ReactNode } from "react";
import { monthNamed } from "#components/ui/words.ts";
import type { Term } from "#lib/domain/listing/groups.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import type { Question, Section } from "#lib/domain/template/questions.ts";
import type { CouncilName } from "./fields/council-field.tsx";

export interface Names {
  topics: readonly Term[];
  supportTypes: readonly Term[];
  councils: readonly CouncilName[];
  contact: { name: string; email: string; phone: string } | null;
}

interface Props {
  section: Section;
  answers: Answers;
  names: Names;
  /** Where a question's answer can be changed. */
  change: (question: Question) => string;
}

/** What was answered in a section, each answer with a way to change it. */
export function AnswerList({ section, answers, names, change }: Props) {
  return (
    <dl className="border-t-[3px] border-ink">
      {section.questions
        .filter(({ kind }) => kind !== "files")
        .map((question) => (
          <div
            key={question.key}
            className="grid gap-x-6 gap-y-1 border-b border-line py-3 tablet:grid-cols-[12rem_1fr_auto]"
          >
            <dt className="font-bold">{question.label}</dt>
            <dd className="min-w-0 whitespace-pre-wrap">{said(question, answers[question.key], names)}</dd>
            <dd>
              <a href={change(question)}>
                Change<span className="sr-only"> {question.label.toLowerCase()}</span>
              </a>
            </dd>
          </div>
        ))}
    </dl>
  );
}

function NotAnswered({ required }: { required: boolean }) {
  if (required) return <b className="text-did-not-work">Still needed</b>;
  return <span className="text-soft">Not answered (optional)</span>;
}

function said(question: Question, answer: unknown, names: Names): ReactNode {
  if (answer === undefined) return <NotAnswered required={question.required} />;
  const named = (terms: readonly { id?: string; slug?: string; name: string }[]) => (id: unknown) =>
    terms.find((term) => (term.id ?? term.slug) === id)?.name ?? String(id);
  switch (question.kind) {
    case "choice":
      return question.options.find(({ value }) => value === answer)?.label ?? String(answer);
    case "choices":
      return (answer as string[]).map(named(names[question.from])).join("\n");
    case "council":
      return named(names.councils)(answer);
    case "councils":
      return (answer as string[]).map(named(names.councils)).join("\n");
    case "month":
      return /^\d{4}-\d{2}$/.test(String(answer)) ? monthNamed(String(answer)) : String(answer);
    case "measures":
      return (answer as Record<string, string>[])
        .map(({ name, before, after, unit }) => `${name}: ${before} → ${after} ${unit}`)
        .join("\n");
    case "links":
      return (answer as Record<string, string>[]).map(({ title, url }) => `${title} ${url}`).join("\n");
    case "contact":
      return (
        [names.contact?.name, names.contact?.email, names.contact?.phone].filter(Boolean).join("\n") || (
          <NotAnswered required={question.required} />
        )
      );
    default:
      return String(answer);
  }
}

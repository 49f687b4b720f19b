import type { Answers, FileAnswer } from "#lib/domain/template/answers.ts";
import type { Question, Section } from "#lib/domain/template/questions.ts";
import { FileList } from "./fields/file-list.tsx";
import type { FilesShown } from "./fields/files-field.tsx";
import { inWords, type Names } from "./in-words.ts";

interface Props {
  section: Section;
  answers: Answers;
  names: Names;
  /** Where a question's answer can be changed. Without it, they are there to be read. */
  change?: (question: Question) => string;
  /** What is attached, where it may be seen. */
  files?: FilesShown;
}

/** What was answered in a section, each answer with a way to change it where there is one. */
export function AnswerList({ section, answers, names, change, files }: Props) {
  return (
    <dl className="border-t-[3px] border-ink">
      {section.questions
        .filter(({ kind }) => kind !== "files" || files)
        .map((question) => (
          <div
            key={question.key}
            className="grid gap-x-6 gap-y-1 border-b border-line py-3 tablet:grid-cols-[12rem_1fr_auto]"
          >
            <dt className="font-bold">{question.label}</dt>
            <dd className="min-w-0 whitespace-pre-wrap">
              {question.kind === "files" && files && answers[question.key] ? (
                <FileList question={question} rows={answers[question.key] as FileAnswer[]} files={files} />
              ) : (
                inWords(question, answers[question.key], names) || <NotAnswered required={question.required} />
              )}
            </dd>
            {change && (
              <dd>
                <a href={change(question)}>
                  Change<span className="sr-only"> {question.label.toLowerCase()}</span>
                </a>
              </dd>
            )}
          </div>
        ))}
    </dl>
  );
}

function NotAnswered({ required }: { required: boolean }) {
  if (required) return <b className="text-did-not-work">Still needed</b>;
  return <span className="text-soft">Not answered (optional)</span>;
}

import { Prose } from "#components/case-study/prose.tsx";
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

const row = "grid grid-cols-1 gap-x-6 gap-y-1 border-b border-line py-3 tablet:grid-cols-[12rem_minmax(0,1fr)_auto]";

/**
 * What was answered in a section, each answer with a way to change it where there is one. Long answers are laid out as readers will see
 * them, and stand between lists of the others: within a description list, Orca 43 passes over the first of several paragraphs.
 */
export function AnswerList({ section, ...props }: Props) {
  const questions = section.questions.filter(({ kind }) => kind !== "files" || props.files);
  const isLong = ({ kind, key }: Question) => kind === "markdown" && Boolean(props.answers[key]);
  return (
    <div className="border-t-[3px] border-ink">
      {runsOf(questions, isLong).map(([first, ...others]) =>
        isLong(first) ? (
          <LongAnswer key={first.key} question={first} {...props} />
        ) : (
          <dl key={first.key}>
            {[first, ...others].map((question) => (
              <ShortAnswer key={question.key} question={question} {...props} />
            ))}
          </dl>
        ),
      )}
    </div>
  );
}

type Run = [Question, ...Question[]];

/** Questions in their order, those that are answered at length by themselves and the others between them together. */
function runsOf(questions: readonly Question[], isLong: (question: Question) => boolean): Run[] {
  const runs: Run[] = [];
  for (const question of questions) {
    const last = runs.at(-1);
    if (last && !isLong(last[0]) && !isLong(question)) last.push(question);
    else runs.push([question]);
  }
  return runs;
}

type OneProps = Omit<Props, "section"> & { question: Question };

function LongAnswer({ question, answers, change }: OneProps) {
  return (
    <div className={row}>
      <p className="font-bold">{question.label}</p>
      <Prose text={String(answers[question.key])} name={question.key} label={question.label} />
      {change && (
        <p>
          <Change question={question} to={change} />
        </p>
      )}
    </div>
  );
}

function ShortAnswer({ question, answers, names, change, files }: OneProps) {
  return (
    <div className={row}>
      <dt className="font-bold">{question.label}</dt>
      <dd className="whitespace-pre-wrap">
        {question.kind === "files" && files && answers[question.key] ? (
          <FileList question={question} rows={answers[question.key] as FileAnswer[]} files={files} />
        ) : (
          inWords(question, answers[question.key], names) || <NotAnswered required={question.required} />
        )}
      </dd>
      {change && (
        <dd>
          <Change question={question} to={change} />
        </dd>
      )}
    </div>
  );
}

function Change({ question, to }: { question: Question; to: (question: Question) => string }) {
  return (
    <a href={to(question)}>
      Change<span className="sr-only"> {question.label.toLowerCase()}</span>
    </a>
  );
}

function NotAnswered({ required }: { required: boolean }) {
  if (required) return <b className="text-did-not-work">Still needed</b>;
  return <span className="text-soft">Not answered (optional)</span>;
}

import { Measures } from "#components/case-study/measures.tsx";
import { Prose } from "#components/case-study/prose.tsx";
import { FileList } from "#components/template/fields/file-list.tsx";
import type { FilesShown } from "#components/template/fields/files-field.tsx";
import { inWords, type Names } from "#components/template/in-words.ts";
import type { Answers, FileAnswer, Link, Measure } from "#lib/domain/template/answers.ts";
import type { Question, Section } from "#lib/domain/template/questions.ts";

interface Props {
  section: Section;
  answers: Answers;
  names: Names;
  files: FilesShown;
}

/** What was answered in a section: formatted text as readers will see it, everything else by name. */
export function SectionText({ section, answers, names, files }: Props) {
  return section.questions.map((question) => {
    const answer = answers[question.key];
    if (isLong(question) && answer !== undefined)
      return (
        <div key={question.key} className="mt-5 first:mt-0">
          {question.label !== section.title && <p className="mb-1 font-bold">{question.label}</p>}
          <Long question={question} answer={answer} />
        </div>
      );
    return (
      <dl key={question.key} className="grid max-w-prose gap-x-4 py-1 tablet:grid-cols-[11rem_minmax(0,1fr)]">
        <dt className="text-soft">{question.label}</dt>
        <dd className="wrap-anywhere whitespace-pre-wrap">
          {(question.kind === "files" && answer !== undefined && (
            <FileList question={question} rows={answer as FileAnswer[]} files={files} />
          )) ||
            (question.kind === "links" && (answer as Link[] | undefined)?.length && (
              <Links links={answer as Link[]} />
            )) ||
            inWords(question, answer, names) || <span className="text-soft">Not answered</span>}
        </dd>
      </dl>
    );
  });
}

/** To be followed by whoever checks them, with the address that readers do not see. */
function Links({ links }: { links: readonly Link[] }) {
  return (
    <ul>
      {links.map(({ title, url }) => (
        <li key={url} className="py-1">
          <a href={url}>{title || url}</a>
          {title && <span className="block text-small text-soft">{url}</span>}
        </li>
      ))}
    </ul>
  );
}

const isLong = (question: Question) =>
  question.kind === "markdown" || question.kind === "measures" || (question.kind === "text" && question.max > 300);

function Long({ question, answer }: { question: Question; answer: unknown }) {
  if (question.kind === "measures") return <Measures measures={answer as Measure[]} />;
  if (question.kind === "text") return <p className="max-w-prose">{String(answer)}</p>;
  return <Prose text={String(answer)} name={question.key} label={question.label} />;
}

import { AnswerList } from "#components/template/answer-list.tsx";
import type { Names } from "#components/template/in-words.ts";
import { isToRead } from "#lib/domain/template/progress.ts";
import type { Section } from "#lib/domain/template/questions.ts";
import { Answer, isInText, type Content } from "./sections.tsx";

interface Props extends Content {
  section: Section;
  names: Names;
}

/** One section by itself: its text as it will look, after the answers that a page shows elsewhere. */
export function SectionToRead({ section, names, ...content }: Props) {
  const { title, questions } = section;
  const elsewhere = questions.filter((question) => isToRead(question, content.answers) && !isInText(question, content));
  return (
    <>
      {elsewhere.length > 0 && (
        <div className="mb-6 max-w-lead [&>div]:border-t [&>div]:border-line">
          <AnswerList section={{ ...section, questions: elsewhere }} answers={content.answers} names={names} />
        </div>
      )}
      {questions.map((question) => (
        <Answer key={question.key} question={question} section={title} {...content} />
      ))}
    </>
  );
}

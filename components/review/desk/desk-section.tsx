import type { ComponentProps } from "react";
import type { Section } from "#lib/domain/template/questions.ts";
import { CommentForm } from "./comment-form.tsx";
import { Comments, type Comment } from "./comments.tsx";
import { SectionText } from "./section-text.tsx";

interface Props extends ComponentProps<typeof SectionText> {
  section: Section;
  advice: readonly { message: string; excerpt?: string; slug?: string }[];
  comments: readonly Comment[];
  /** Where its text can be corrected, null where it cannot now. */
  correct: string | null;
  /** Where a comment is sent, null where none can be written now. */
  comment: string | null;
  attempt: ComponentProps<typeof CommentForm>["attempt"];
}

/** One section of a version, with what there is to say about it beside it. */
export function DeskSection({ section, advice, comments, correct, comment, attempt, ...text }: Props) {
  const { key, title } = section;
  return (
    <section
      aria-labelledby={key}
      className="grid gap-x-14 gap-y-4 border-t-[3px] border-ink py-6 desktop:grid-cols-[minmax(0,39rem)_minmax(0,1fr)]"
    >
      <div className="min-w-0">
        <div className="mb-3 flex max-w-prose flex-wrap items-baseline justify-between gap-x-6">
          <h2 id={key} className="!text-h3">
            {title}
          </h2>
          {correct && (
            <a href={correct} className="text-small">
              Correct<span className="sr-only"> {title}</span>
            </a>
          )}
        </div>
        <SectionText section={section} {...text} />
      </div>
      {(advice.length > 0 || comments.length > 0 || comment) && (
        <aside aria-label={`Beside: ${title}`} className="flex min-w-0 flex-col gap-4 text-small">
          <Advice advice={advice} />
          <Comments comments={comments} />
          {comment && <CommentForm path={comment} section={section} attempt={attempt} />}
        </aside>
      )}
    </section>
  );
}

/** What the rules would have said to the council. None of it stands in the way. */
function Advice({ advice }: Pick<Props, "advice">) {
  if (!advice.length) return null;
  return (
    <div>
      <p className="font-bold">To look at</p>
      <ul className="list-disc pl-5">
        {advice.map(({ message, excerpt }) => (
          <li key={`${message} ${excerpt}`}>
            {message}
            {excerpt && <span className="text-soft"> “{excerpt}”</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

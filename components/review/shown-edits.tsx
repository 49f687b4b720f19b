import { longDate } from "#components/ui/words.ts";

interface Props {
  shownAt: Date;
  answerBy: Date | null;
  /** Whether publication waits for an answer. */
  waiting: boolean;
  approvedAt: Date | null;
  comments: readonly { text: string; at: Date }[];
}

/** How far the council is with the edited text it was shown, for whoever waits to publish it. */
export function ShownEdits({ shownAt, answerBy, waiting, approvedAt, comments }: Props) {
  return (
    <section aria-labelledby="shown-edits" className="max-w-prose border-l-8 border-mark bg-wash px-5 py-4">
      <h2 id="shown-edits" className="!text-body">
        The council asked to see the edited text
      </h2>
      <p className="mt-1">
        {`Shown to the council on ${longDate(shownAt)}`}
        {approvedAt && `; they agreed to it on ${longDate(approvedAt)}. It can be published.`}
        {!approvedAt &&
          answerBy &&
          (waiting
            ? `; they have until ${longDate(answerBy)}. It can be published when they agree, or after that.`
            : `; they had until ${longDate(answerBy)}. It can be published without an answer.`)}
      </p>
      {comments.map(({ text, at }) => (
        <div key={at.toISOString()} className="mt-3">
          <p className="text-small text-soft">They wrote on {longDate(at)}:</p>
          <blockquote className="border-l-4 border-line pl-4 whitespace-pre-wrap">{text}</blockquote>
        </div>
      ))}
      {comments.length > 0 && !approvedAt && (
        <p className="mt-3">To change it, open it again. When it is accepted they are shown the new text.</p>
      )}
    </section>
  );
}

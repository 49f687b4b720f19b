import { Status } from "#components/ui/status.tsx";
import { longDate } from "#components/ui/words.ts";
import type { ShownEdits } from "#lib/data/review/edits.ts";

/** What the author is asked about the text below, or has said about it. */
export function Answered({ edits: { approvedAt, comments, answerBy, waiting } }: { edits: ShownEdits }) {
  if (approvedAt) {
    return (
      <Status className="mb-8 max-w-prose border-l-[6px] border-house bg-tint px-5 py-3">
        <b>You agreed to this text</b> on {longDate(approvedAt)}. We write to you when it is published.
      </Status>
    );
  }
  return (
    <div className="prose mb-8">
      <p>
        This is the text as it will be published. <a href="#answer">Say below it whether you agree.</a>
        {waiting && answerBy
          ? ` We wait for your answer until the end of ${longDate(answerBy)}; after that, the editors may publish it.`
          : " The editors may publish it at any moment."}
      </p>
      {comments.length > 0 && (
        <section aria-labelledby="comments">
          <h2 id="comments" className="!text-h3">
            Your comments
          </h2>
          {comments.map(({ text, at }) => (
            <div key={at.toISOString()} className="mt-3">
              <blockquote className="border-l-4 border-line pl-4 whitespace-pre-wrap">{text}</blockquote>
              <p className="text-small text-soft">The editors have had this since {longDate(at)}.</p>
            </div>
          ))}
        </section>
      )}
    </div>
  );
}

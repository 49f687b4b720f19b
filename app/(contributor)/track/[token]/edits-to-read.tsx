import { longDate } from "#components/ui/words.ts";
import type { ShownEdits } from "#lib/data/review/edits.ts";

interface Props {
  edits: ShownEdits;
  /** Of the page with the text. */
  path: string;
}

/** That there is edited text to read, and until when it waits for an answer. */
export function EditsToRead({ edits: { approvedAt, answerBy, waiting, comments }, path }: Props) {
  if (approvedAt) return null;
  return (
    <section aria-labelledby="edits" className="mt-8 max-w-prose border-l-8 border-mark bg-wash px-5 py-4">
      <h2 id="edits" className="!text-h3">
        Read the edited text
      </h2>
      <p className="mt-1">
        {comments.length > 0 ? "The editors have your comments. " : "An editor has changed some of your words. "}
        {waiting && answerBy
          ? `It is not published before you agree, or before the end of ${longDate(answerBy)}.`
          : "The editors may publish it at any moment. You can still answer until they do."}
      </p>
      <p className="mt-4">
        <a href={path} className="button">
          {comments.length > 0 ? "Read it again" : "Read it and answer"}
        </a>
      </p>
    </section>
  );
}

interface ToldProps {
  /** Of the page with what was changed. */
  path: string;
  /** Whether it is the author's turn to change the text. */
  inHand: boolean;
}

/** That an editor changed words of a text nothing is decided about, where they would pass for the author's own. */
export function EditsToKnow({ path, inHand }: ToldProps) {
  return (
    <section aria-labelledby="edits" className="mt-8 max-w-prose border-l-8 border-mark bg-wash px-5 py-4">
      <h2 id="edits" className="!text-h3">
        An editor changed some of your words
      </h2>
      <p className="mt-1">
        {inHand
          ? "They are in the text now. See your words beside the new ones, and change back what is not right before you send it."
          : "They are in the text that you sent last. See your words beside the new ones."}
      </p>
      <p className="mt-2">
        <a href={path}>See what was changed</a>
      </p>
    </section>
  );
}

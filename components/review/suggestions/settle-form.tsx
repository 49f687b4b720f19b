import { TextBox } from "#components/form/text-box.tsx";
import { isProblem, longestAnswer } from "#lib/domain/suggestion.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  suggestion: { id: string; kind: string; from: string };
  /** Of the case study it is about. */
  title: string;
  /** What the list is narrowed to. */
  search: string;
  typed: string | undefined;
  error: string | undefined;
}

/** Settles a suggestion or a problem with an answer, which is the letter that was promised. */
export function SettleForm({ suggestion, title, search, typed, error }: Props) {
  const { id } = suggestion;
  const box = `answer-${id}`;
  return (
    <details open={typed !== undefined} className="mt-2 max-w-prose">
      <summary className="inline-block py-1 text-small text-link underline underline-offset-4">
        Settle it<span className="sr-only">: {title}</span>
      </summary>
      <form method="post" action={`${paths.suggestions}/settle`} className="mt-2">
        <input type="hidden" name="suggestion" value={id} />
        {search && <input type="hidden" name="search" value={search} />}
        <label htmlFor={box} className="block font-bold">
          What came of it
        </label>
        <p id={`${box}-help`} className="text-small text-soft">
          {toldHow(suggestion)}
        </p>
        {error && (
          <p id={`${box}-error`} className="mt-1 font-bold text-did-not-work">
            <span className="sr-only">Error: </span>
            {error}
          </p>
        )}
        <div className="mt-2">
          <TextBox
            id={box}
            name="answer"
            value={typed ?? ""}
            describedBy={error ? `${box}-help ${box}-error` : `${box}-help`}
            invalid={Boolean(error)}
            lines={3}
            max={longestAnswer}
          />
        </div>
        <button type="submit" className="button mt-3">
          Settle it
        </button>
      </form>
    </details>
  );
}

function toldHow({ kind, from }: Props["suggestion"]): string {
  if (from) return `Whoever ${isProblem(kind) ? "reported" : "suggested"} it gets this by letter, word for word.`;
  return isProblem(kind)
    ? "There is no e-mail address, so nobody can be answered. It is kept here for editors."
    : "They were deleted, so nobody is told.";
}

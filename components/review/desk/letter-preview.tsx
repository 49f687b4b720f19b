import { listed } from "#components/ui/words.ts";

interface Props {
  /** Whom it goes to; nobody where the move sends no letter to anybody by name. */
  to: readonly string[];
  letter: {
    subject: string;
    greeting?: string;
    paragraphs: readonly string[];
    quote?: { by: string; words: string };
    button?: { text: string };
    closing: readonly string[];
  } | null;
}

/** The letter that a move will send, before it is made. */
export function LetterPreview({ to, letter }: Props) {
  if (!letter) return <p className="text-soft">No letter is sent.</p>;
  const [first, ...others] = letter.paragraphs;
  return (
    <div className="max-w-prose border border-line px-5 py-4">
      <p className="text-small wrap-anywhere text-soft">To {listed(to)}</p>
      <p className="border-b border-line pb-2 font-bold">{letter.subject}</p>
      <div className="prose mt-3 text-small">
        {letter.greeting && <p>{letter.greeting}</p>}
        <p>{first}</p>
        {letter.quote && (
          <>
            <p>{letter.quote.by}</p>
            <blockquote className="whitespace-pre-wrap">{letter.quote.words}</blockquote>
          </>
        )}
        {others.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {letter.button && <p>[the link “{letter.button.text}”]</p>}
        {letter.closing.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  );
}

interface Advice {
  section: string;
  message: string;
  excerpt?: string;
  /** The published case study it is about. */
  slug?: string;
}

interface Props {
  advice: readonly Advice[];
  /** Where a section can be changed. */
  to: (section: string) => string;
  /** Where a published case study can be brought up to date instead. */
  update: (slug: string) => string;
  /** Whether nothing else keeps it from being sent. */
  isWhole: boolean;
}

/** What could be better. None of it stands in the way. */
export function AdviceList({ advice, to, update, isWhole }: Props) {
  if (!advice.length) return null;
  return (
    <section aria-labelledby="advice" className="mb-10 max-w-prose border-l-8 border-mark bg-wash px-5 py-4">
      <h2 id="advice" className="!text-body">
        Before you send it: {advice.length === 1 ? "one thing" : `${advice.length} things`} an editor may ask about
      </h2>
      <ul className="mt-2 list-disc pl-5">
        {advice.map(({ section, message, excerpt, slug }) => (
          <li key={`${section} ${message} ${excerpt}`} className="mt-1">
            <a href={to(section)} className="quiet-link">
              {message}
            </a>
            {excerpt && <span className="text-soft"> “{excerpt}”</span>}
            {slug && (
              <>
                {" "}
                <a href={update(slug)}>Update that one instead?</a>
              </>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-2 text-small text-soft">This is advice{isWhole && ". You can send it as it is"}.</p>
    </section>
  );
}

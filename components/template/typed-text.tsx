/** What somebody typed that could not be saved, so that they can copy it out. */
export function TypedText({ typed }: { typed: Readonly<Record<string, unknown>> | undefined }) {
  const texts = Object.values(typed ?? {}).filter((text): text is string => typeof text === "string" && text !== "");
  if (!texts.length) return null;
  return (
    <section aria-labelledby="typed" className="mt-8 max-w-prose">
      <h2 id="typed" className="!text-h3">
        What you typed last
      </h2>
      <p className="mt-1">It could not be saved. Copy it from here; it is kept for an hour.</p>
      {texts.map((text, index) => (
        <blockquote key={index} className="mt-4 border-l-4 border-line pl-4 whitespace-pre-wrap">
          {text}
        </blockquote>
      ))}
    </section>
  );
}

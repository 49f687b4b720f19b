interface Props {
  /** How the sentence begins that says what comes. */
  begin: string;
  words: string;
  filters: readonly string[];
}

/** What an alert matches, in words. */
export function InForce({ begin, words, filters }: Props) {
  const all = [...(words ? [`“${words}”`] : []), ...filters];
  if (!all.length) return <p>{begin} every new case study: no filter is in force.</p>;
  return (
    <>
      <p>
        {begin} new case studies that match {all.length === 1 ? "this" : "all of this"}:
      </p>
      <ul>
        {all.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </>
  );
}

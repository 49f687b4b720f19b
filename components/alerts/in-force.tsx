/** What an alert matches, in words: all of it has to fit. */
export function InForce({ words, filters }: { words: string; filters: readonly string[] }) {
  if (!words && !filters.length) return <p>Everything that is published: no filter is in force.</p>;
  return (
    <ul aria-label="What it matches">
      {words && <li>“{words}”</li>}
      {filters.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}

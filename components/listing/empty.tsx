import { counted } from "#components/ui/words.ts";
import { paths } from "#lib/http/paths.ts";
import type { Chip } from "./chips.tsx";

interface Props {
  words: string;
  /** Each filter in force with what the list would hold without it. */
  chips: readonly (Chip & { total: number })[];
  /** What the filters hold without the words. */
  withoutWords: { path: string; total: number } | null;
}

/** An empty result that says what to let go of. */
export function Empty({ words, chips, withoutWords }: Props) {
  // Where words are all there was, "without the words" is the whole directory, and no answer.
  const rest = chips.length > 0 ? withoutWords : null;
  const helpful = chips.filter(({ total }) => total > 0);
  return (
    <div className="prose pt-6">
      <p className="font-bold">
        {words || chips.length ? "No case study has all of this." : "No case study has been published yet."}
      </p>
      {(helpful.length > 0 || (rest && rest.total > 0)) && (
        <ul>
          {rest && rest.total > 0 && (
            <li>
              <a href={rest.path}>Without the words “{words}”</a> there {rest.total === 1 ? "is" : "are"}{" "}
              {counted(rest.total, "case study", "case studies")}.
            </li>
          )}
          {helpful.map(({ name, rest, total }) => (
            <li key={name}>
              <a href={paths.listing(rest)}>Without “{name}”</a> there {total === 1 ? "is" : "are"}{" "}
              {counted(total, "case study", "case studies")}.
            </li>
          ))}
        </ul>
      )}
      {words && (
        <p>
          Check the spelling, use fewer words, or <a href={paths.topics}>look through the topics</a>.
        </p>
      )}
    </div>
  );
}

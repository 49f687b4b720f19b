import { Field } from "#components/form/field.tsx";
import { TextBox } from "#components/form/text-box.tsx";
import { inOneLine } from "#lib/domain/search/synonyms.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  /** The set to change; without it, a new one. */
  set?: { id: string; words: readonly string[] };
  /** What was typed and refused. */
  typed: string | undefined;
  /** What the set was when it was read, where that is not what it is now. */
  basedOn?: string | undefined;
  /** What the list is searched for, so that the answer stands in the same list. */
  looked: string;
  error: string | undefined;
}

/** One set of words that mean the same, in one box, separated by commas. */
export function SynonymForm({ set, typed, basedOn, looked, error }: Props) {
  const words = inOneLine(set?.words ?? []);
  const [first] = set?.words ?? [];
  const field = `words-${set?.id ?? "new"}`;
  return (
    <form method="post" action={`${paths.synonyms}/save`} className="max-w-prose">
      {set && <input type="hidden" name="id" value={set.id} />}
      {set && <input type="hidden" name="basedOn" value={basedOn ?? words} />}
      {looked && <input type="hidden" name="q" value={looked} />}
      <Field
        id={field}
        label={set ? `The set of “${first}”, separated by commas` : "A new set, separated by commas"}
        error={error}
      >
        {(describedBy) => (
          <TextBox id={field} name="words" value={typed ?? words} describedBy={describedBy} invalid={Boolean(error)} />
        )}
      </Field>
      <div className="-mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
        <button type="submit" className="button">
          {set ? "Save" : "Add"}
          <span className="sr-only"> {set ? first : "a set"}</span>
        </button>
        {set && (
          <button type="submit" formAction={`${paths.synonyms}/remove`} className="link-button">
            Remove<span className="sr-only"> {first}</span>
          </button>
        )}
      </div>
    </form>
  );
}

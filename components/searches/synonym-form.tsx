import { Field } from "#components/form/field.tsx";
import { TextBox } from "#components/form/text-box.tsx";
import { paths } from "#lib/http/paths.ts";

interface Props {
  /** Id of the set to change; "" for a new one. */
  id: string;
  label: string;
  value: string;
  error: string | undefined;
}

/** One set of words that mean the same, in one box, separated by commas. */
export function SynonymForm({ id, label, value, error }: Props) {
  const field = `words-${id || "new"}`;
  return (
    <form method="post" action={`${paths.synonyms}/save`} noValidate className="max-w-prose">
      {id && <input type="hidden" name="id" value={id} />}
      <Field id={field} label={label} error={error}>
        {(describedBy) => (
          <TextBox id={field} name="words" value={value} describedBy={describedBy} invalid={Boolean(error)} />
        )}
      </Field>
      <div className="-mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
        <button type="submit" className="button">
          {id ? "Save" : "Add"}
          <span className="sr-only"> {id ? value : "a set"}</span>
        </button>
        {id && (
          <button type="submit" formAction={`${paths.synonyms}/remove`} className="link-button">
            Remove<span className="sr-only"> {value}</span>
          </button>
        )}
      </div>
    </form>
  );
}

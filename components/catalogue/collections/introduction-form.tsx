import { Field } from "#components/form/field.tsx";
import { TextBox } from "#components/form/text-box.tsx";
import { longestIntroduction } from "#lib/domain/catalogue/collection-form.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  id: string;
  value: string;
  /** Says what the introduction was when it was read. */
  basedOn: string;
  error: string | undefined;
}

/** What opens a collection's page. */
export function IntroductionForm({ id, value, basedOn, error }: Props) {
  return (
    <form method="post" action={`${paths.editCollection(id)}/introduce`} noValidate>
      <input type="hidden" name="basedOn" value={basedOn} />
      <Field id="introduction" label="Introduction" help="Plain text. It opens the page." error={error}>
        {(describedBy) => (
          <TextBox
            id="introduction"
            value={value}
            lines={3}
            describedBy={describedBy}
            invalid={Boolean(error)}
            max={longestIntroduction}
          />
        )}
      </Field>
      <button type="submit" className="button -mt-4">
        Save the introduction
      </button>
    </form>
  );
}

import { Field } from "#components/form/field.tsx";
import { TextBox } from "#components/form/text-box.tsx";
import { longestName } from "#lib/domain/catalogue/collection-form.ts";

/** A new name, to be looked at before it is given. */
export function NameForm({ address, value, error }: { address: string; value: string; error: string | undefined }) {
  return (
    <form method="get" action={address} noValidate className="mb-8">
      <Field
        id="name"
        label="New name"
        help="Its address follows. The old one leads to the new one for good."
        error={error}
      >
        {(describedBy) => (
          <TextBox id="name" value={value} describedBy={describedBy} invalid={Boolean(error)} max={longestName} />
        )}
      </Field>
      <button type="submit" className="button -mt-4">
        Show what changes
      </button>
    </form>
  );
}

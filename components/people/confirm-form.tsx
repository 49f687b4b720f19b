import { Field } from "#components/form/field.tsx";
import { TextBox } from "#components/form/text-box.tsx";
import { paths } from "#lib/http/paths.ts";

interface Props {
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

/** Confirms that somebody speaks for a council. */
export function ConfirmForm({ typed, errors }: Props) {
  const box = (id: string, type: "email" | "text", describedBy: string | undefined) => (
    <TextBox id={id} type={type} value={typed[id] ?? ""} describedBy={describedBy} invalid={Boolean(errors[id])} />
  );
  return (
    <form method="post" action={`${paths.people}/confirm`} noValidate>
      <Field
        id="contributor"
        label="Their e-mail address"
        help="Somebody who has sent something here before."
        error={errors["contributor"]}
      >
        {(describedBy) => box("contributor", "email", describedBy)}
      </Field>
      <Field id="council" label="Council" help="Its name, or enough of it." error={errors["council"]}>
        {(describedBy) => box("council", "text", describedBy)}
      </Field>
      <button type="submit" className="button">
        Confirm
      </button>
    </form>
  );
}

import { EmailField } from "#components/form/email-field.tsx";
import { Field, FieldGroup } from "#components/form/field.tsx";
import { TextBox } from "#components/form/text-box.tsx";
import { roles } from "#lib/domain/people/changes.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

const offered = roles.filter(({ key }) => key !== "contributor");

/** Makes somebody an editor. They get a letter that says how to sign in. */
export function InviteForm({ typed, errors }: Props) {
  return (
    <form method="post" action={`${paths.people}/invite`} noValidate>
      <Field id="name" label="Name" error={errors["name"]}>
        {(describedBy) => (
          <TextBox id="name" value={typed["name"] ?? ""} describedBy={describedBy} invalid={Boolean(errors["name"])} />
        )}
      </Field>
      <EmailField
        value={typed["email"] ?? ""}
        error={errors["email"]}
        help="We write to it how to sign in. It needs no password."
      />
      <FieldGroup id="role" label="Role" help="An administrator can also change who edits." error={errors["role"]}>
        {offered.toReversed().map(({ key, name }) => (
          <div key={key} className="choice !justify-start">
            <label>
              <input type="radio" name="role" value={key} defaultChecked={key === (typed["role"] ?? "editor")} />
              {name}
            </label>
          </div>
        ))}
      </FieldGroup>
      <button type="submit" className="button">
        Invite
      </button>
    </form>
  );
}

import { Field } from "#components/form/field.tsx";
import { TextBox } from "#components/form/text-box.tsx";

interface NameProps {
  label: string;
  value: string;
  error: string | undefined;
}

/** The name of a topic or support type, of which its address is made. */
export function NameField({ label, value, error }: NameProps) {
  return (
    <Field id="name" label={label} help="The address follows the name." error={error}>
      {(describedBy) => <TextBox id="name" value={value} describedBy={describedBy} invalid={Boolean(error)} />}
    </Field>
  );
}

interface ChoiceProps {
  id: "under" | "into";
  label: string;
  help?: string;
  /** What to say for no choice. */
  none: string;
  choices: readonly { id: string; name: string; within: boolean }[];
  chosen: string;
  error: string | undefined;
}

/** One of a list to choose. */
export function TermChoice({ id, label, help, none, choices, chosen, error }: ChoiceProps) {
  return (
    <Field id={id} label={label} help={help} error={error}>
      {(describedBy) => (
        <select
          id={id}
          name={id}
          defaultValue={chosen}
          className="field"
          aria-describedby={describedBy}
          aria-invalid={error ? true : undefined}
        >
          <option value="">{none}</option>
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.within ? `– ${choice.name}` : choice.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

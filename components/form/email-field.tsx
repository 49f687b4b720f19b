import { Field } from "./field.tsx";
import { TextBox } from "./text-box.tsx";

interface Props {
  value: string;
  error: string | undefined;
  help?: string;
  label?: string;
  optional?: boolean;
}

/** Asks for somebody's own e-mail address. */
export function EmailField({ value, error, help, label = "Work e-mail address", optional = false }: Props) {
  return (
    <Field id="email" label={label} help={help} error={error} optional={optional}>
      {(describedBy) => (
        <TextBox
          id="email"
          type="email"
          autoComplete="email"
          value={value}
          describedBy={describedBy}
          invalid={Boolean(error)}
        />
      )}
    </Field>
  );
}

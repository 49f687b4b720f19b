import { Field } from "./field.tsx";
import { TextBox } from "./text-box.tsx";

interface Props {
  value: string;
  error: string | undefined;
  help?: string;
}

/** Asks for somebody's own e-mail address. */
export function EmailField({ value, error, help }: Props) {
  return (
    <Field id="email" label="Work e-mail address" help={help} error={error}>
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

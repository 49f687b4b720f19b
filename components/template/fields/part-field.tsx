import { FieldError } from "#components/form/field.tsx";

interface Props {
  id: string;
  label: string;
  value: string;
  error: string | undefined;
  type?: "email" | "tel";
}

/** One box of a question that has several, with what is wrong with it beside it. */
export function PartField({ id, label, value, error, type }: Props) {
  return (
    <>
      <label htmlFor={id} className="block">
        {label}
      </label>
      <FieldError id={id} error={error} />
      <input
        id={id}
        name={id}
        type={type}
        defaultValue={value}
        className="field"
        aria-describedby={error && `${id}-error`}
        aria-invalid={error ? true : undefined}
      />
    </>
  );
}

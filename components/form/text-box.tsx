import { figure } from "#components/ui/words.ts";

interface Props {
  id: string;
  /** What it is sent as, if not its id. */
  name?: string;
  value: string;
  describedBy?: string | undefined;
  invalid: boolean;
  /** More than one makes a box of that many lines. */
  lines?: number;
  /** Characters it may hold; counted aloud by script where there is any. */
  max?: number;
  type?: "text" | "email" | "tel" | "url";
  autoComplete?: string;
}

/** A box to type in. It never cuts what is typed: too much is said, and kept so that it can be cut. */
export function TextBox({
  id,
  name = id,
  value,
  describedBy,
  invalid,
  lines = 1,
  max,
  type = "text",
  autoComplete,
}: Props) {
  const shared = {
    id,
    name,
    defaultValue: value,
    className: "field",
    "aria-describedby": describedBy,
    "aria-invalid": invalid || undefined,
    autoComplete,
    spellCheck: lines > 1 || undefined,
  };
  return (
    <>
      {lines > 1 ? <textarea {...shared} rows={lines} /> : <input {...shared} type={type} />}
      {max !== undefined && (
        <p className="mt-1 text-small text-soft" data-counter={id} data-max={max}>
          Up to {figure(max)} characters
        </p>
      )}
    </>
  );
}

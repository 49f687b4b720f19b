import type { ReactNode } from "react";

interface Props {
  id: string;
  label: string;
  help?: string | undefined;
  /** An answer as good as one wishes for. */
  example?: string | undefined;
  error?: string | undefined;
  /** Said after the label where leaving it empty is fine. */
  optional?: boolean;
  /** The heading of the page says the same already. */
  labelled?: boolean;
  children: (describedBy: string | undefined) => ReactNode;
}

/** A labelled field with its help and what is wrong with it, tied together for whoever cannot see them together. */
export function Field({ id, label, help, example, error, optional, labelled, children }: Props) {
  const describedBy = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <div className={`mb-8 max-w-prose ${error ? "border-l-4 border-did-not-work pl-4" : ""}`}>
      <label htmlFor={id} className={labelled ? "sr-only" : "block font-bold"}>
        {label}
        {optional && <span className="font-normal text-soft"> (optional)</span>}
      </label>
      <Guidance id={id} help={help} example={example} error={error} />
      <div className="mt-2">{children(describedBy)}</div>
    </div>
  );
}

/** Several fields that answer one question. */
export function FieldGroup({
  id,
  label,
  help,
  example,
  error,
  optional,
  children,
}: Omit<Props, "children"> & { children: ReactNode }) {
  return (
    <div className={`mb-8 max-w-prose ${error ? "border-l-4 border-did-not-work pl-4" : ""}`}>
      <fieldset
        id={id}
        // Where a link of the error summary leads. Without this it brings whoever listens to the page, not to the question.
        tabIndex={-1}
        aria-describedby={[help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ") || undefined}
      >
        <legend className="font-bold">
          {label}
          {optional && <span className="font-normal text-soft"> (optional)</span>}
        </legend>
        <Guidance id={id} help={help} example={example} error={error} />
        <div className="mt-2">{children}</div>
      </fieldset>
    </div>
  );
}

/** Everything said between a question and the box for its answer. */
function Guidance({ id, help, example, error }: Pick<Props, "id" | "help" | "example" | "error">) {
  return (
    <>
      {help && (
        <p id={`${id}-help`} className="mt-1 text-soft">
          {help}
        </p>
      )}
      {example && <Example text={example} />}
      <FieldError id={id} error={error} />
    </>
  );
}

const short = 160;

/** Short ones stand there; a long one waits until it is wanted. */
function Example({ text }: { text: string }) {
  if (text.length <= short) return <p className="mt-1 text-soft">For example: “{text}”</p>;
  return (
    <details className="mt-1">
      <summary className="text-link underline underline-offset-4">A good example</summary>
      <blockquote className="mt-2 border-l-4 border-line pl-4 whitespace-pre-wrap text-soft">{text}</blockquote>
    </details>
  );
}

/** What is wrong with a field, by the id that the field names as its description. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p id={`${id}-error`} className="mt-1 font-bold text-did-not-work">
      <span className="sr-only">Error: </span>
      {error}
    </p>
  );
}

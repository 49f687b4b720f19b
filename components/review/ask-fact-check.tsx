import { ErrorSummary } from "#components/form/error-summary.tsx";
import { Field } from "#components/form/field.tsx";
import { TextBox } from "#components/form/text-box.tsx";
import { counted } from "#components/ui/words.ts";
import { factCheckDays } from "#lib/domain/workflow/fact-checks.ts";

interface Props {
  /** Where it is sent. */
  path: string;
  /** The revision that is to be checked. */
  basedOn: number;
  typed: Readonly<Record<string, unknown>>;
  errors: Readonly<Record<string, string>>;
}

/** Whatever can be wrong, in the order of the form. */
const fields = ["checker-name", "checker-email", "checker-note", "ask-fact-check"];

/** Asks an editor whom to ask about the facts. */
export function AskFactCheck({ path, basedOn, typed, errors }: Props) {
  const frame = (id: string) => ({ id, error: errors[id] });
  const box = (id: string) => ({ id, value: String(typed[id] ?? ""), invalid: Boolean(errors[id]) });
  const wrong = fields.flatMap((field) => (errors[field] ? [{ field, message: errors[field] }] : []));
  return (
    <form method="post" action={path} noValidate>
      <ErrorSummary errors={wrong} />
      <input type="hidden" name="basedOn" value={basedOn} />
      <p className="mb-4 max-w-prose">
        They get a letter with a link to the text as it is now, and {counted(factCheckDays, "day", "days")} to answer.
      </p>
      <Field {...frame("checker-name")} label="Who knows the facts?" help="Their name, as a letter would greet them.">
        {(describedBy) => <TextBox {...box("checker-name")} describedBy={describedBy} autoComplete="off" />}
      </Field>
      <Field {...frame("checker-email")} label="Their e-mail address">
        {(describedBy) => (
          <TextBox {...box("checker-email")} describedBy={describedBy} type="email" autoComplete="off" />
        )}
      </Field>
      <Field {...frame("checker-note")} label="What should they look at?" help="They read this word for word." optional>
        {(describedBy) => <TextBox {...box("checker-note")} describedBy={describedBy} lines={3} />}
      </Field>
      <button type="submit" id="ask-fact-check" className="button">
        Ask them
      </button>
    </form>
  );
}

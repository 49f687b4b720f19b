import { randomUUID } from "node:crypto";
import { EmailField } from "#components/form/email-field.tsx";
import { ErrorSummary } from "#components/form/error-summary.tsx";
import { Field } from "#components/form/field.tsx";
import { TextBox } from "#components/form/text-box.tsx";
import { Trap } from "#components/form/trap.tsx";
import { PrivacyNote } from "#components/privacy/privacy-note.tsx";
import { PrivatePage } from "#components/site/private-page.tsx";
import { ChoiceField } from "#components/template/fields/choice-field.tsx";
import { counted } from "#components/ui/words.ts";
import { longestSuggestion, problems, workingDaysToLook } from "#lib/domain/suggestion.ts";
import { paths } from "#lib/http/paths.ts";
import { stampOf } from "#lib/http/stamp.ts";

interface Props {
  title: string;
  slug: string;
  withdrawn: boolean;
  /** What was typed and refused, and why. */
  attempt: { typed: Readonly<Record<string, unknown>>; errors: Record<string, string> } | null;
}

const fields = ["kind", "text", "email", "send"];

/** Asks what is wrong with a page, and whether its reader wants an answer. */
export function ProblemForm({ title, slug, withdrawn, attempt }: Props) {
  const key = randomUUID();
  const blank = { kind: "", text: "", email: "", key, stamp: stampOf(key, new Date()), subject: "" };
  // A form that comes back keeps the time it was first shown, so that putting a slip right is never too quick.
  const typed = { ...blank, ...attempt?.typed } as typeof blank;
  const errors = attempt?.errors ?? {};
  const found = Object.entries(errors).map(([field, message]) => ({ field, message }));
  return (
    <PrivatePage title="Tell us what is wrong" caption={title} section="case-studies" failed={attempt !== null}>
      <ErrorSummary errors={found.toSorted((a, b) => fields.indexOf(a.field) - fields.indexOf(b.field))} />
      <div className="prose mb-8">
        <p>
          An editor looks at it within {counted(workingDaysToLook, "working day", "working days")}.
          {!withdrawn && (
            <>
              {" "}
              If you know what the page should say instead, <a href={paths.suggest(slug)}>suggest a change</a>.
            </>
          )}
        </p>
      </div>
      <form method="post" action={`${paths.problem(slug)}/send`} noValidate>
        <input type="hidden" name="key" value={typed.key} />
        <input type="hidden" name="stamp" value={typed.stamp} />
        <Trap name="subject" value={typed.subject} />
        <ChoiceField
          frame={{ id: "kind", label: "What kind of problem is it?", error: errors["kind"] }}
          name="kind"
          options={problems}
          chosen={[typed.kind]}
          one
        />
        <Field
          id="text"
          label="What is wrong?"
          help="Say where on the page it is. If you cannot read or use something, say what you read with, such as a phone or a screen reader."
          error={errors["text"]}
        >
          {(describedBy) => (
            <TextBox
              id="text"
              value={typed.text}
              describedBy={describedBy}
              invalid={Boolean(errors["text"])}
              lines={6}
              max={longestSuggestion}
            />
          )}
        </Field>
        <PrivacyNote about="reporter" />
        <EmailField
          label="E-mail address"
          optional
          value={typed.email}
          error={errors["email"]}
          help="Only if you want an answer."
        />
        <button type="submit" id="send" className="button">
          Send to the editors
        </button>
      </form>
    </PrivatePage>
  );
}

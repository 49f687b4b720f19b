import { Field } from "#components/form/field.tsx";
import { TextBox } from "#components/form/text-box.tsx";
import { ChoiceField } from "#components/template/fields/choice-field.tsx";
import { longestReply } from "#lib/domain/workflow/shown-edits.ts";

interface Props {
  path: string;
  /** The revision that is read before it is answered. */
  basedOn: number;
  typed: Readonly<Record<string, unknown>>;
  errors: Readonly<Record<string, string>>;
}

const options = [
  { value: "approve", label: "Publish it like this" },
  { value: "comment", label: "I have comments" },
];

/** Asks the author whether the text may be published. */
export function AnswerForm({ path, basedOn, typed, errors }: Props) {
  return (
    <form method="post" action={path} noValidate className="ruled">
      <input type="hidden" name="basedOn" value={basedOn} />
      <ChoiceField
        frame={{ id: "answer", label: "Can it be published?", error: errors["answer"] }}
        name="answer"
        options={options}
        chosen={[String(typed["answer"] ?? "")]}
        one
      />
      <Field
        id="comments"
        label="Your comments"
        help="Name the section and say what should be different. The editors write to you if they change it."
        error={errors["comments"]}
        optional
      >
        {(describedBy) => (
          <TextBox
            id="comments"
            value={String(typed["comments"] ?? "")}
            describedBy={describedBy}
            invalid={Boolean(errors["comments"])}
            lines={6}
            max={longestReply}
          />
        )}
      </Field>
      <button type="submit" className="button">
        Send your answer
      </button>
    </form>
  );
}

import { Field } from "#components/form/field.tsx";
import { TextBox } from "#components/form/text-box.tsx";
import { longestReply } from "#lib/domain/workflow/shown-edits.ts";

interface Props {
  value: string;
  error: string | undefined;
  /** Whether nothing was saved since the editor asked. */
  isUnchanged: boolean;
}

/** What an author says to the editors beside the text that was changed as they asked. */
export function ReplyField({ value, error, isUnchanged }: Props) {
  const help = isUnchanged
    ? "You have changed nothing since the editor asked. If it should stay as it is, say why."
    : "What you changed, and why you left anything as it is. Readers do not see it.";
  return (
    <Field id="reply" label="Your answer to the editors" help={help} error={error} optional>
      {(describedBy) => (
        <TextBox
          id="reply"
          value={value}
          describedBy={describedBy}
          invalid={Boolean(error)}
          lines={5}
          max={longestReply}
        />
      )}
    </Field>
  );
}

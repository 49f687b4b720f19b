import { TextBox } from "#components/form/text-box.tsx";
import { longestComment } from "#lib/domain/workflow/comments.ts";

interface Props {
  /** Where it is sent. */
  path: string;
  section: { key: string; title: string };
  /** What was typed before and refused, and why. */
  attempt: { text: string; toCouncil: boolean; error: string | undefined } | null;
}

/** Writes a comment beside a section, to the council or between editors. */
export function CommentForm({ path, section: { key, title }, attempt }: Props) {
  const id = `comment-${key}`;
  return (
    <details open={attempt !== null} className="no-print">
      <summary className="text-link underline underline-offset-4">
        Comment<span className="sr-only"> on {title}</span>
      </summary>
      <form method="post" action={path} noValidate className="mt-2">
        <input type="hidden" name="section" value={key} />
        <label htmlFor={id} className="block font-bold">
          Your comment
        </label>
        {attempt?.error && (
          <p id={`${id}-error`} className="mt-1 font-bold text-did-not-work">
            <span className="sr-only">Error: </span>
            {attempt.error}
          </p>
        )}
        <TextBox
          id={id}
          name="text"
          value={attempt?.text ?? ""}
          describedBy={attempt?.error && `${id}-error`}
          invalid={Boolean(attempt?.error)}
          lines={4}
          max={longestComment}
        />
        <fieldset className="mt-2">
          <legend className="font-bold">
            Who reads it<span className="sr-only">: your comment on {title}</span>
          </legend>
          {[
            { value: "", label: "Editors only", chosen: !attempt?.toCouncil },
            { value: "yes", label: "The council too, when changes are asked for", chosen: attempt?.toCouncil },
          ].map(({ value, label, chosen }) => (
            <label key={label} className="mt-1 flex gap-2">
              <input
                type="radio"
                name="toCouncil"
                value={value}
                defaultChecked={chosen}
                className="mt-1 size-5 shrink-0 accent-house"
              />
              {label}
            </label>
          ))}
        </fieldset>
        <button type="submit" className="button mt-3 !min-h-9 !px-3 !py-1 !text-small">
          Save the comment
        </button>
      </form>
    </details>
  );
}

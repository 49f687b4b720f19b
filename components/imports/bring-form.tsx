import type { ReactNode } from "react";
import { Field, FieldGroup } from "#components/form/field.tsx";
import { TextBox } from "#components/form/text-box.tsx";
import { importLimits } from "#lib/domain/imports/limits.ts";
import { filesKeptWords } from "#lib/domain/imports/words.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
  topics: readonly { id: string; name: string; within: boolean }[];
  /** Whether the reader may publish at once. */
  publishes: boolean;
}

const types = ".csv,.tsv,.json,.jsonl,.txt,.htm,.html,text/csv,text/plain,text/html,application/json";

/** A file of case studies, and how it is to be brought in. */
export function BringForm({ typed, errors, topics, publishes }: Props) {
  const box = (id: string, lines = 1) =>
    function TypedBox(describedBy: string | undefined) {
      return (
        <TextBox
          id={id}
          value={typed[id] ?? ""}
          describedBy={describedBy}
          invalid={Boolean(errors[id])}
          lines={lines}
        />
      );
    };
  return (
    <form method="post" action={`${paths.imports}/bring`} encType="multipart/form-data" noValidate>
      <Field
        id="file"
        label="File"
        help={`CSV, JSON, or a saved page of results, of ${importLimits.bytes / 1024 / 1024} MB or less. It is looked through first, and nothing is brought in before you have seen what was found.`}
        error={errors["file"]}
      >
        {(describedBy) => (
          <input
            id="file"
            name="file"
            type="file"
            accept={types}
            aria-describedby={describedBy}
            aria-invalid={errors["file"] ? true : undefined}
            className="block w-full max-w-full border-2 border-ink p-3"
          />
        )}
      </Field>
      <Field
        id="source"
        label="Where the rows come from"
        help="Use the same name each time: with its reference it tells a row that has come before."
        example="Old directory"
        error={errors["source"]}
      >
        {box("source")}
      </Field>
      <Field id="topic" label="A topic for every row" help="Besides those that a row has itself." optional>
        {(describedBy) => (
          <select
            id="topic"
            name="topic"
            defaultValue={typed["topic"] ?? ""}
            aria-describedby={describedBy}
            className="field"
          >
            <option value="">None</option>
            {topics.map(({ id, name, within }) => (
              <option key={id} value={id}>
                {within ? `\u2003${name}` : name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        id="base"
        label="Address of the saved page"
        help="For a page saved as HTML whose links begin at its site."
        optional
        error={errors["base"]}
      >
        {box("base")}
      </Field>
      {publishes && <Publishing typed={typed} errors={errors} box={box} />}
      <button type="submit" className="button">
        Look it through
      </button>
      <p className="mt-5 max-w-prose text-soft">{filesKeptWords}</p>
    </form>
  );
}

interface PublishingProps extends Pick<Props, "typed" | "errors"> {
  box: (id: string, lines?: number) => (describedBy: string | undefined) => ReactNode;
}

function Publishing({ typed, errors, box }: PublishingProps) {
  const choices = [
    { value: "", name: "As drafts, for editors to finish and send" },
    { value: "yes", name: "Published at once, marked for a second look" },
  ];
  return (
    <>
      <FieldGroup id="publish" label="How they come in" error={errors["publish"]}>
        {choices.map(({ value, name }) => (
          <div key={value} className="choice !justify-start">
            <label>
              <input type="radio" name="publish" value={value} defaultChecked={value === (typed["publish"] ?? "")} />
              {name}
            </label>
          </div>
        ))}
      </FieldGroup>
      <Field
        id="reason"
        label="Why they are published at once"
        help="Only for those. It stands in the history of each."
        optional
        error={errors["reason"]}
      >
        {box("reason", 3)}
      </Field>
    </>
  );
}

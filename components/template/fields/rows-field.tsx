import { FieldGroup } from "#components/form/field.tsx";
import { rowField } from "#lib/domain/template/fields.ts";
import type { Gap } from "#lib/domain/template/progress.ts";
import type { Question } from "#lib/domain/template/questions.ts";
import type { Frame } from "./choice-field.tsx";
import { PartField } from "./part-field.tsx";

const partLabels: Record<string, readonly { part: string; label: string; wide: boolean }[]> = {
  measures: [
    { part: "name", label: "What was measured", wide: true },
    { part: "before", label: "Before", wide: false },
    { part: "after", label: "After", wide: false },
    { part: "unit", label: "Unit", wide: false },
  ],
  links: [
    { part: "title", label: "Title", wide: true },
    { part: "url", label: "Address", wide: true },
  ],
};

interface Props {
  frame: Frame;
  question: Question;
  rows: readonly Record<string, string>[];
  gaps: readonly Gap[];
}

/** Rows that can be added and removed. The buttons are part of the form: each saves everything and comes back. */
export function RowsField({ frame, question, rows, gaps }: Props) {
  const { key, kind } = question;
  const parts = partLabels[kind] ?? [];
  const shown = [...rows, {}];
  return (
    <FieldGroup {...frame}>
      {shown.map((row: Record<string, string>, index) => (
        <fieldset key={index} className="mb-4">
          <legend className="float-left mb-2 w-full border-t border-line pt-3 text-soft">
            {index < rows.length || index === 0 ? `Row ${index + 1}` : "Another row"}
          </legend>
          <div className="clear-both grid grid-cols-3 gap-3">
            {parts.map(({ part, label, wide }) => {
              const id = rowField(key, index, part);
              const error = gaps.find(
                (gap) => gap.question === key && gap.at[0] === index && gap.at[1] === part,
              )?.message;
              return (
                <div key={part} className={wide ? "col-span-3" : ""}>
                  <PartField id={id} label={label} value={row[part] ?? ""} error={error} />
                </div>
              );
            })}
          </div>
          {index < rows.length && (
            <button type="submit" name="do" value={`remove:${key}:${index}`} className="mt-2 link-button">
              Remove row {index + 1}
            </button>
          )}
        </fieldset>
      ))}
      <button type="submit" name="do" value="stay" className="link-button">
        Add another row
      </button>
    </FieldGroup>
  );
}

import { partsOfMonth } from "#lib/domain/template/fields.ts";

/** A month as two boxes: a picker of dates is slower, and asks for a day. */
export function MonthBoxes({ id, answer }: { id: string; answer: unknown }) {
  const { month, year } = partsOfMonth(answer);
  return (
    <div className="flex gap-4">
      {[
        { part: "month", label: "Month", value: month, width: "w-36" },
        { part: "year", label: "Year", value: year, width: "w-28", inputMode: "numeric" as const },
      ].map(({ part, label, value, width, inputMode }) => (
        <div key={part} className={width}>
          <label htmlFor={`${id}.${part}`} className="block">
            {label}
          </label>
          <input
            id={`${id}.${part}`}
            name={`${id}.${part}`}
            inputMode={inputMode}
            defaultValue={value}
            className="field"
          />
        </div>
      ))}
    </div>
  );
}

import type { ReactNode } from "react";

/** A label above the one box it is for. */
export function FilterBox({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block font-bold">
        {label}
      </label>
      {children}
    </div>
  );
}

interface SelectProps {
  id: string;
  label: string;
  /** What to say for no choice. */
  all: string;
  choices: readonly { id: string; name: string }[];
  chosen: string | null;
}

/** One of many to choose from, or none. What was chosen and is not among them is kept. */
export function FilterSelect({ id, label, all, choices, chosen }: SelectProps) {
  const known = chosen === null || choices.some((choice) => choice.id === chosen);
  return (
    <FilterBox id={id} label={label}>
      <select id={id} name={id} defaultValue={chosen ?? ""} className="field">
        <option value="">{all}</option>
        {!known && <option value={chosen ?? ""}>One that is not known</option>}
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.name}
          </option>
        ))}
      </select>
    </FilterBox>
  );
}

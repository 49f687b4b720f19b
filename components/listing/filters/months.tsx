import { Folded } from "./folded.tsx";

interface Props {
  from: string | null;
  to: string | null;
}

/** Between which months. Plain boxes: not every browser has one for a month, and those that do write it differently. */
export function Months({ from, to }: Props) {
  const box = (name: "from" | "to", label: string, value: string | null) => (
    <div>
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        type="text"
        defaultValue={value ?? ""}
        maxLength={7}
        autoComplete="off"
        className="field"
        aria-describedby="months"
      />
    </div>
  );
  return (
    <Folded label="Published" legend="Filter by month of publication" open={Boolean(from ?? to)}>
      <p id="months" className="text-small text-soft">
        Year and month, for example 2024-02
      </p>
      <div className="mt-2 mb-3 grid grid-cols-2 gap-4 text-small">
        {box("from", "From", from)}
        {box("to", "To", to)}
      </div>
    </Folded>
  );
}

import type { Unread } from "#lib/domain/listing/read.ts";
import { Folded } from "./folded.tsx";
import { Unreadable } from "./unreadable.tsx";

interface Props {
  from: string | null;
  to: string | null;
  /** What was typed that is no month. */
  unread: Unread;
}

/** Between which months. Plain boxes: not every browser has one for a month, and those that do write it differently. */
export function Months({ from, to, unread }: Props) {
  const box = (name: "from" | "to", label: string, value: string | null) => (
    <div>
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        type="text"
        defaultValue={unread[name] ?? value ?? ""}
        maxLength={100}
        className="field"
        aria-invalid={unread[name] !== undefined || undefined}
        aria-describedby={unread[name] === undefined ? "months" : `${name}-error months`}
      />
    </div>
  );
  const wrong = (["from", "to"] as const).filter((name) => unread[name] !== undefined);
  return (
    <Folded label="Published" legend="Filter by month of publication" open={Boolean(from ?? to) || wrong.length > 0}>
      <p id="months" className="text-small text-soft">
        A month or a year, for example March 2024
      </p>
      {wrong.map((name) => (
        <Unreadable key={name} field={name}>
          We could not read “{name === "from" ? "From" : "To"}” as a month. Write it as 2024-03 or March 2024
        </Unreadable>
      ))}
      <div className="mt-2 mb-3 grid grid-cols-2 gap-4 text-small">
        {box("from", "From", from)}
        {box("to", "To", to)}
      </div>
    </Folded>
  );
}

import { FieldGroup } from "#components/form/field.tsx";
import { frequencies } from "#lib/domain/alerts/frequencies.ts";

/** Asks how often an alert may write. */
export function HowOften({ chosen, error }: { chosen: string; error?: string | undefined }) {
  return (
    <FieldGroup
      id="frequency"
      label="How often"
      help="An e-mail comes only when something new has been published."
      error={error}
    >
      {frequencies.map(({ key, label }) => (
        <label key={key} className="flex gap-3 py-1">
          <input
            type="radio"
            name="frequency"
            value={key}
            defaultChecked={key === chosen}
            className="mt-0.5 size-6 shrink-0 accent-house"
          />
          {label}
        </label>
      ))}
    </FieldGroup>
  );
}

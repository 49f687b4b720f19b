import { FieldGroup } from "#components/form/field.tsx";
import { PrivacyNote } from "#components/privacy/privacy-note.tsx";
import type { Frame } from "./choice-field.tsx";

const parts = [
  { part: "email", label: "E-mail address", type: "email" },
  { part: "name", label: "Team or name", type: "text" },
  { part: "phone", label: "Telephone (optional)", type: "tel" },
] as const;

/** Whom readers may write to. */
export function ContactField({
  frame,
  contact,
}: {
  frame: Frame;
  contact: { name: string; email: string; phone: string } | null;
}) {
  return (
    <FieldGroup {...frame}>
      <PrivacyNote about="contact" />
      {parts.map(({ part, label, type }) => (
        <div key={part} className="mb-3">
          <label htmlFor={`${frame.id}.${part}`} className="block">
            {label}
          </label>
          <input
            id={`${frame.id}.${part}`}
            name={`${frame.id}.${part}`}
            type={type}
            defaultValue={contact?.[part] ?? ""}
            className="field"
          />
        </div>
      ))}
    </FieldGroup>
  );
}

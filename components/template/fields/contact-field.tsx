import { FieldGroup } from "#components/form/field.tsx";
import { PrivacyNote } from "#components/privacy/privacy-note.tsx";
import type { Gap } from "#lib/domain/template/progress.ts";
import type { Frame } from "./choice-field.tsx";
import { PartField } from "./part-field.tsx";

const parts = [
  { part: "email", label: "E-mail address", type: "email" },
  { part: "name", label: "Team or name", type: undefined },
  { part: "phone", label: "Telephone (optional)", type: "tel" },
] as const;

interface Props {
  frame: Frame;
  contact: { name: string; email: string; phone: string } | null;
  gaps: readonly Gap[];
}

/** Whom readers may write to. What is wrong with one part stands beside it. */
export function ContactField({ frame, contact, gaps }: Props) {
  return (
    <FieldGroup {...frame}>
      <PrivacyNote about="contact" />
      {parts.map(({ part, label, type }) => {
        const id = `${frame.id}.${part}`;
        const error = gaps.find((gap) => gap.question === frame.id && gap.at[0] === part)?.message;
        return (
          <div key={part} className="mb-3">
            <PartField id={id} label={label} type={type} value={contact?.[part] ?? ""} error={error} />
          </div>
        );
      })}
    </FieldGroup>
  );
}

import type { ComponentProps } from "react";
import { FieldGroup } from "#components/form/field.tsx";

export type Frame = Omit<ComponentProps<typeof FieldGroup>, "children">;

interface Props {
  frame: Frame;
  name: string;
  options: readonly { value: string; label: string; within?: boolean }[];
  chosen: readonly string[];
  /** Only one may be chosen. */
  one?: boolean;
}

/** Answers to choose from. Options that lie within another stand indented under it. */
export function ChoiceField({ frame, name, options, chosen, one }: Props) {
  return (
    <FieldGroup {...frame}>
      <ul className={options.length > 12 ? "gap-x-10 tablet:columns-2" : ""}>
        {options.map(({ value, label, within }) => (
          <li key={value} className={`break-inside-avoid py-1 ${within ? "pl-9" : ""}`}>
            <label className="flex gap-3">
              <input
                type={one ? "radio" : "checkbox"}
                name={name}
                value={value}
                defaultChecked={chosen.includes(value)}
                className="mt-0.5 size-6 shrink-0 accent-house"
              />
              {label}
            </label>
          </li>
        ))}
      </ul>
    </FieldGroup>
  );
}

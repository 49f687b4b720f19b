import type { ReactNode } from "react";
import { Field } from "#components/form/field.tsx";
import { TextBox } from "#components/form/text-box.tsx";
import {
  longestCouncilName,
  type CouncilField,
  type TypedCouncil,
} from "#lib/domain/catalogue/councils/council-form.ts";
import { councilTypes, places, ruralUrbanKinds, sizeBands } from "#lib/domain/councils.ts";

interface Props {
  typed: TypedCouncil;
  errors: Partial<Record<CouncilField, string>>;
}

type Terms = readonly { slug: string; name: string }[];
type Described = string | undefined;

/** Everything that is said of a council. */
export function CouncilFields({ typed, errors }: Props) {
  const box = (id: CouncilField, lines = 1, max?: number) => {
    const drawn = (describedBy: Described) => (
      <TextBox
        {...{ id, lines, describedBy, value: typed[id], invalid: Boolean(errors[id]), autoComplete: "off" }}
        {...(max && { max })}
      />
    );
    return drawn;
  };
  const choice = (id: CouncilField, none: string, terms: Terms) => {
    const drawn = (describedBy: Described) => (
      <Choice {...{ id, none, terms, describedBy, value: typed[id], wrong: Boolean(errors[id]) }} />
    );
    return drawn;
  };
  const field = (id: CouncilField, label: string, help: string, children: (describedBy: Described) => ReactNode) => (
    <Field id={id} label={label} help={help || undefined} error={errors[id]}>
      {children}
    </Field>
  );
  const oneALine = "One council a line, by name.";
  return (
    <>
      {field(
        "name",
        "Whole name",
        "As it writes itself, such as Kent County Council.",
        box("name", 1, longestCouncilName),
      )}
      {field("shortName", "What people call it", "Its address is made of it.", box("shortName", 1, longestCouncilName))}
      {field("type", "Type", "", choice("type", "Choose a type", councilTypes))}
      {field("place", "Nation or region", "", choice("place", "Choose where it is", places))}
      {field("sizeBand", "Size", "", choice("sizeBand", "Not known", sizeBands))}
      {field("ruralUrban", "Town and country", "", choice("ruralUrban", "Not known", ruralUrbanKinds))}
      {field("predecessors", "Councils before it", oneALine, box("predecessors", 4))}
      {field("successors", "Councils after it", oneALine, box("successors", 3))}
      {field("endedOn", "Last day", "Such as 31 March 2027. Empty while it exists.", box("endedOn"))}
    </>
  );
}

interface ChoiceProps {
  id: CouncilField;
  none: string;
  terms: Terms;
  value: string;
  describedBy: Described;
  wrong: boolean;
}

function Choice({ id, none, terms, value, describedBy, wrong }: ChoiceProps) {
  return (
    <select
      id={id}
      name={id}
      defaultValue={value}
      className="field"
      aria-describedby={describedBy}
      aria-invalid={wrong || undefined}
    >
      <option value="">{none}</option>
      {terms.map(({ slug, name }) => (
        <option key={slug} value={slug}>
          {name}
        </option>
      ))}
    </select>
  );
}

import { Field, FieldGroup } from "#components/form/field.tsx";
import { offeredOf } from "#lib/domain/council-names.ts";
import type { Frame } from "./choice-field.tsx";

export interface CouncilName {
  id: string;
  name: string;
  /** Named where it is an answer, and not offered. */
  unlisted?: boolean;
}

interface Props {
  frame: Frame;
  name: string;
  /** Ids of councils, or what was typed where no council was found by it. */
  ids: readonly string[];
  councils: readonly CouncilName[];
  several?: boolean;
}

const spare = 2;

/** Names of councils, typed in. Browsers that can offer the list; saving finds "Tower Ham" either way. */
export function CouncilField({ frame, name, ids, councils, several }: Props) {
  const typed = ids.map((id) => councils.find((council) => council.id === id)?.name ?? id);
  const box = (value: string, id: string, describedBy?: string) => (
    <input
      id={id}
      name={name}
      list={`${name}-councils`}
      defaultValue={value}
      autoComplete="off"
      className="field"
      aria-describedby={describedBy}
    />
  );
  return (
    <>
      {several ? (
        <FieldGroup {...frame}>
          {[...typed, ...Array<string>(spare).fill("")].map((value, index) => (
            <div key={`${value}${index}`} className="mb-2">
              <label htmlFor={`${name}-${index}`} className="sr-only">
                Council {index + 1}
              </label>
              {box(value, `${name}-${index}`)}
            </div>
          ))}
        </FieldGroup>
      ) : (
        <Field {...frame}>{(describedBy) => box(typed[0] ?? "", name, describedBy)}</Field>
      )}
      <datalist id={`${name}-councils`}>
        {offeredOf(councils).map((council) => (
          <option key={council.id} value={council.name} />
        ))}
      </datalist>
    </>
  );
}

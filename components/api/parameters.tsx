import { Coded } from "./coded.tsx";
import { kindInWords, type Schema } from "./kind-in-words.ts";

export interface DescribedParameter {
  name: string;
  in: string;
  required?: boolean;
  description: string;
  schema: Schema;
}

/** What an address takes. */
export function Parameters({ parameters }: { parameters: readonly DescribedParameter[] }) {
  return (
    <dl className="figures text-small">
      {parameters.map(({ name, required, description, schema }) => (
        <div key={name}>
          <dt>
            <code>{name}</code>
            {required && " (required)"}
          </dt>
          <dd>
            <Coded text={description} /> <Coded text={kindInWords(schema)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

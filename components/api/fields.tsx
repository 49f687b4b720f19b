import { Fragment } from "react";
import { Coded } from "./coded.tsx";
import { typeInWords, type Schema } from "./kind-in-words.ts";

/** A named schema: what it is and what each of its fields holds, kind by kind where there are several. */
export function Fields({ name, schema }: { name: string; schema: Schema }) {
  return (
    <>
      <h3 id={`schema-${name}`}>{name}</h3>
      <p>
        <Coded text={schema.description ?? ""} />
      </p>
      {schema.oneOf?.map(({ properties: { kind, ...rest } = {} }) => (
        <Fragment key={String(kind?.const)}>
          <h4>
            {name} of kind <code>{String(kind?.const)}</code>
          </h4>
          <FieldList properties={rest} />
        </Fragment>
      )) ?? <FieldList properties={schema.properties ?? {}} />}
    </>
  );
}

function FieldList({ properties }: { properties: Record<string, Schema> }) {
  return (
    <dl className="figures text-small">
      {Object.entries(properties).map(([field, schema]) => (
        <div key={field}>
          <dt>
            <code>{field}</code>
          </dt>
          <dd>
            <Coded text={[typeInWords(schema), schema.description].filter(Boolean).join(". ")} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

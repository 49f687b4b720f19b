import { Coded } from "./coded.tsx";
import { typeInWords, type Schema } from "./kind-in-words.ts";

/** A named schema: what it is and what each of its fields holds. */
export function Fields({ name, schema }: { name: string; schema: Schema }) {
  return (
    <section aria-labelledby={`schema-${name}`}>
      <h3 id={`schema-${name}`}>{name}</h3>
      <p>
        <Coded text={schema.description ?? ""} />
      </p>
      {schema.oneOf ? (
        schema.oneOf.map((one, index) => <FieldList key={index} schema={one} />)
      ) : (
        <FieldList schema={schema} />
      )}
    </section>
  );
}

function FieldList({ schema: { properties = {} } }: { schema: Schema }) {
  return (
    <dl className="figures text-small">
      {Object.entries(properties).map(([field, schema]) => (
        <div key={field}>
          <dt>
            <code>{field}</code>
          </dt>
          <dd>
            <Coded text={typeInWords(schema)} />
            {schema.description && (
              <>
                {". "}
                <Coded text={schema.description} />
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

import { Coded } from "./coded.tsx";
import { nameOf } from "./kind-in-words.ts";
import { Parameters, type DescribedParameter } from "./parameters.tsx";

export interface DescribedOperation {
  operationId: string;
  summary: string;
  description: string;
  parameters: readonly object[];
  responses: Record<string, object>;
  "x-examples": readonly { summary: string; address: string }[];
}

/** One address of the API: what it gives, what it takes, and examples that can be opened. */
export function Operation({ path, operation }: { path: string; operation: DescribedOperation }) {
  const { operationId, summary, description, responses } = operation;
  const taken = (operation.parameters as DescribedParameter[]).filter((one) => one.in !== "header");
  const body = bodyOf(responses["200"] ?? {});
  return (
    <>
      <h3 id={operationId}>{summary}</h3>
      <p>
        <code>GET {path}</code>
      </p>
      <p>
        <Coded text={description} />
      </p>
      {body && (
        <p>
          It answers with a <a href={`#schema-${body}`}>{body}</a>.
        </p>
      )}
      <ul>
        {operation["x-examples"].map((example) => (
          <li key={example.address}>
            {example.summary}: <a href={example.address}>{example.address}</a>
          </li>
        ))}
      </ul>
      {taken.length > 0 && <Parameters parameters={taken} />}
    </>
  );
}

/** The name of the schema of an answer in JSON. */
function bodyOf(response: { content?: Record<string, { schema?: { $ref?: string } }> }): string | null {
  const ref = response.content?.["application/json"]?.schema?.$ref;
  return ref ? nameOf(ref) : null;
}

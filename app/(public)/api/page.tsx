import { Fragment } from "react";
import { Coded } from "#components/api/coded.tsx";
import { Fields } from "#components/api/fields.tsx";
import type { Schema } from "#components/api/kind-in-words.ts";
import { Operation, type DescribedOperation } from "#components/api/operation.tsx";
import { TextPage } from "#components/site/text-page.tsx";
import { figure } from "#components/ui/words.ts";
import { listCards } from "#lib/data/directory/listings.ts";
import { limits } from "#lib/domain/abuse/limits.ts";
import { everything } from "#lib/domain/listing/query.ts";
import { apiDocument } from "#lib/feeds/api/document.ts";
import { apiPaths } from "#lib/http/api/api-paths.ts";
import { paths } from "#lib/http/paths.ts";
import { wholeAddress } from "../origin.ts";

/** A case study but for two fields, as the description of the file says. */
const lineOfFile = "Record";
const most = limits.find(({ on }) => on === "read")?.points ?? 0;

export default async function ApiPage() {
  const [newest] = await listCards(everything, 1);
  const document = apiDocument(newest?.slug ?? null);
  const operations = Object.entries<{ get: DescribedOperation & { tags: readonly string[] } }>(document.paths);
  return (
    <TextPage
      heading="API"
      lead="Read everything that is published here with a program of your own."
      canonical={await wholeAddress(paths.api)}
    >
      <p>
        <Coded text={document.info.description} />
      </p>
      <p>
        All of this is also there for programs, as <a href={apiPaths.openapi}>an OpenAPI 3.1 document</a>. To have
        everything at once, take <a href={paths.downloads}>a file</a>. The words are under the{" "}
        <a href={document.info.license.url}>{document.info.license.name}</a>.
      </p>
      {document.tags.map(({ name, description }) => (
        <Fragment key={name}>
          <h2>{name}</h2>
          <p>{description}</p>
          {operations
            .filter(([, { get }]) => get.tags.includes(name))
            .map(([path, { get }]) => (
              <Operation key={path} path={path} operation={get} />
            ))}
        </Fragment>
      ))}
      <h2 id="errors">Errors</h2>
      <p>
        An error is <code>application/problem+json</code>, as RFC 9457 has it. A parameter that is unknown or cannot be
        used is never passed over: the answer is 400, and <code>errors</code> names each. Feeds and spreadsheets of a
        list answer alike, but name only parameters that they know.{" "}
        <a href={apiPaths.caseStudies("topic=nothing&colour=red")}>An example of an error</a>
      </p>
      <p>
        A case study that was taken down answers 410. After {figure(most)} answers in an hour from one internet
        connection comes 429, with the seconds to wait in <code>Retry-After</code>.
      </p>
      <h2 id="schemas">What answers are made of</h2>
      {Object.entries<Schema>(document.components.schemas)
        .filter(([name]) => name !== lineOfFile)
        .map(([name, schema]) => (
          <Fields key={name} name={name} schema={schema} />
        ))}
    </TextPage>
  );
}

import { z } from "zod";
import { licence } from "#lib/domain/licence.ts";
import { wordsFor } from "#lib/domain/error-words.ts";
import { downloadFiles, type DownloadFile } from "#lib/feeds/downloads/files.ts";
import { paths } from "#lib/http/paths.ts";
import { printedAddress } from "#lib/http/site.ts";
import { record } from "./case-study.ts";
import { operations, type Operation } from "./operations.ts";
import type { Parameter } from "./parameters.ts";
import { problem } from "./problem.ts";

/** Raised when an answer comes to mean something else, so that what programs have kept counts as old. */
export const version = "1.0.0";

const errorWords = {
  400: "A parameter is unknown, or its value cannot be used. `errors` names each.",
  404: wordsFor(404).title,
  410: wordsFor(410).title,
  429: "Too many questions from one internet connection. `Retry-After` says in how many seconds it works again.",
  503: "The service is not available at the moment.",
} as const;

/** The description of the API, as OpenAPI 3.1 has it, made of the schemas that its answers are made with. */
export function apiDocument(someSlug: string | null) {
  const all = operations(someSlug);
  return {
    openapi: "3.1.1",
    info: {
      title: "Casebook",
      version,
      summary: "What councils tried, what it cost and what came of it.",
      description:
        "Read everything that is published in the directory. No key is needed, and pages of any site may ask. Each answer has an `ETag`: sent back in `If-None-Match`, it costs neither side anything while nothing has changed.",
      license: licence,
    },
    servers: [{ url: printedAddress("/"), description: "This site" }],
    security: [],
    tags: [
      { name: "Case studies", description: "What is published." },
      { name: "Lists", description: "What case studies are filed under." },
      { name: "Search", description: "Help while somebody types." },
      { name: "Downloads", description: "Everything at once." },
    ],
    paths: {
      ...Object.fromEntries(all.map((operation) => [operation.path, { get: describe(operation) }])),
      ...Object.fromEntries(downloadFiles.map((file) => [paths.download(file.name), { get: describeFile(file) }])),
    },
    components: { schemas: schemas() },
  };
}

function describe({ id, tag, summary, description, parameters, body, errors, examples }: Operation) {
  const failures = [...errors, 429, 503] as const;
  return {
    operationId: id,
    tags: [tag],
    summary,
    description,
    parameters: [...parameters.map(describeParameter), ifNoneMatch],
    responses: {
      200: {
        description: summary,
        headers: { ETag: { description: "Names this answer.", schema: { type: "string" } }, ...linkOf(id) },
        content: { "application/json": { schema: { $ref: refTo(body) } } },
      },
      ...(id === "listCaseStudies" && {
        301: {
          description: "A topic or support type has another slug by now: the address in `Location` asks by that.",
        },
      }),
      ...(id === "getCaseStudy" && { 301: { description: "It is at another address now: the one in `Location`." } }),
      304: { description: "Nothing has changed since the answer that the given `ETag` names." },
      ...Object.fromEntries(failures.map((status) => [status, failure(status)])),
    },
    "x-examples": examples,
  };
}

function describeFile({ name, title, about, type, packed }: DownloadFile) {
  const line = { contentMediaType: "application/jsonl", contentSchema: { $ref: refTo(record) } };
  return {
    operationId: `download${title.replaceAll(" ", "")}`,
    tags: ["Downloads"],
    summary: `Download everything as ${title}`,
    description: `${about} ${packed ? "Each line is a `CaseStudy` without `contact` and `withdrawn`. " : ""}What was taken down a moment ago is not in it. The \`ETag\` is its SHA-256.`,
    parameters: [ifNoneMatch],
    responses: {
      200: {
        description: "The file.",
        headers: { ETag: { description: "Its SHA-256.", schema: { type: "string" } } },
        content: { [type.split(";", 1)[0] ?? type]: { schema: { type: "string", ...(packed && line) } } },
      },
      304: { description: "The file is the one that the given `ETag` names." },
      429: { description: errorWords[429] },
      503: { description: errorWords[503] },
    },
    "x-examples": [{ summary: title, address: paths.download(name) }],
  };
}

const linkOf = (id: string) =>
  id === "listCaseStudies" && {
    Link: { description: 'The next items, as `<…>; rel="next"`.', schema: { type: "string" } },
  };

const ifNoneMatch = {
  ...{ name: "If-None-Match", in: "header", schema: { type: "string" } },
  description: "The `ETag` of an answer you have kept.",
};

function describeParameter({ schema, repeatable, required = false, ...parameter }: Parameter) {
  const one = jsonSchema(schema);
  return {
    ...parameter,
    required,
    schema: repeatable ? { type: "array", items: one } : one,
    ...(repeatable && { style: "form", explode: true }),
    ...(repeatable && parameter.example !== undefined && { example: [parameter.example] }),
  };
}

function failure(status: keyof typeof errorWords) {
  const wait = { "Retry-After": { description: "Seconds to wait.", schema: { type: "integer" } } };
  return {
    description: errorWords[status],
    ...(status >= 429 && { headers: wait }),
    content: { "application/problem+json": { schema: { $ref: refTo(problem) } } },
  };
}

const place = (id: string) => `#/components/schemas/${id}`;
const refTo = (schema: z.ZodType) => place(String(schema.meta()?.id));

function jsonSchema(schema: z.ZodType) {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest;
}

/** Every schema that has a name, by its name. */
function schemas() {
  const { schemas: all } = z.toJSONSchema(z.globalRegistry, { uri: place });
  const ours = [...operations(null).map(({ body }) => body), problem, record];
  const named = Object.entries(all).map(([id, { $schema: _, $id: __, id: ___, ...schema }]) => [id, schema] as const);
  return reachable(Object.fromEntries(named), ours.map(refTo));
}

/** The registry is shared by everything that loads zod, so only what an answer refers to is kept. */
function reachable(all: Record<string, object>, from: readonly string[]): Record<string, object> {
  const kept = new Set<string>();
  const take = (ref: string) => {
    const id = ref.slice(place("").length);
    if (kept.has(id) || !all[id]) return;
    kept.add(id);
    for (const [, inner = ""] of JSON.stringify(all[id]).matchAll(/"\$ref":"([^"]+)"/g)) take(inner);
  };
  from.forEach(take);
  return Object.fromEntries([...kept].toSorted().map((id) => [id, all[id] ?? {}]));
}

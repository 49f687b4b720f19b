import addFormats from "ajv-formats";
import { Ajv2020 } from "ajv/dist/2020.js";
import { GET as collections } from "#app/api/v1/collections/route.ts";
import { GET as councils } from "#app/api/v1/councils/route.ts";
import { GET as caseStudies } from "#app/api/v1/case-studies/route.ts";
import { GET as caseStudy } from "#app/api/v1/case-studies/[slug]/route.ts";
import { GET as openapi } from "#app/api/v1/openapi.json/route.ts";
import { GET as suggestions } from "#app/api/v1/suggest/route.ts";
import { GET as supportTypes } from "#app/api/v1/support-types/route.ts";
import { GET as topics } from "#app/api/v1/topics/route.ts";
import { GET as download } from "#app/(public)/downloads/[name]/route.ts";
import type { apiDocument } from "#lib/feeds/api/document.ts";

export type Document = ReturnType<typeof apiDocument>;

const plain = { topics, "support-types": supportTypes, councils, collections, "case-studies": caseStudies };
const handlers: Record<string, (request: Request) => Promise<Response>> = {
  ...plain,
  suggest: suggestions,
  "openapi.json": openapi,
};

/** Asks the handlers of the API as the renderer would: the real ones, on the real database. */
export async function askApi(address: string, headers: Record<string, string> = {}): Promise<Response> {
  const url = new URL(address, "http://127.0.0.1");
  const request = new Request(url, { headers });
  const [, name = ""] = /^\/downloads\/([^/]+)$/.exec(url.pathname) ?? [];
  if (name) return download(request, { params: Promise.resolve({ name }) });
  const [, list = "", slug] = /^\/api\/v1\/([^/]+)(?:\/([^/]+))?$/.exec(url.pathname) ?? [];
  if (slug !== undefined) return caseStudy(request, { params: Promise.resolve({ slug: decodeURIComponent(slug) }) });
  const handler = handlers[list];
  if (!handler) throw new Error(`No handler for ${address}`);
  return handler(request);
}

export async function askJson<Body = Record<string, unknown>>(address: string): Promise<Body> {
  return (await (await askApi(address)).json()) as Body;
}

interface Described {
  content?: Record<string, { schema: object }>;
}

/** Checks answers against the document: the status must be there, and the body of the shape it says. */
export function checkAgainst(document: object) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, "api");
  const { paths } = document as { paths: Record<string, { get: { responses: Record<string, Described> } }> };
  const validators = new Map<string, ReturnType<typeof ajv.compile>>();

  return async function check(path: string, response: Response): Promise<string[]> {
    const described = paths[path]?.get.responses[response.status];
    if (!described) return [`${path} does not say that it answers ${response.status}`];
    const [type] = (response.headers.get("content-type") ?? "").split(";");
    if (!described.content) return (await response.text()) ? [`${path} ${response.status} has a body`] : [];
    if (!type || !described.content[type]) return [`${path} ${response.status} is ${type}`];
    if (!type.endsWith("json")) return [];
    const pointer = ["paths", path, "get", "responses", String(response.status), "content", type, "schema"]
      .map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1")))
      .join("/");
    const validate = validators.get(pointer) ?? ajv.compile({ $ref: `api#/${pointer}` });
    validators.set(pointer, validate);
    return validate(await response.json())
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${path} ${instancePath} ${message}`);
  };
}

import { z } from "zod";
import { councilTypes, regions } from "#lib/domain/councils.ts";
import { groups, type GroupKey } from "#lib/domain/listing/groups.ts";
import { sorts } from "#lib/domain/listing/query.ts";
import type { Fact } from "#lib/domain/template/questions.ts";
import { listTemplates, optionsOf } from "#lib/domain/template/templates.ts";

/** One parameter of an operation. `schema` says what a value may be; what the catalogue holds is checked besides. */
export interface Parameter {
  name: string;
  in: "query" | "path";
  description: string;
  schema: z.ZodType;
  required?: boolean;
  repeatable?: boolean;
  example?: string | number;
}

export const mostItems = 100;
export const usualItems = 20;
export const longestBeginning = 100;

const slug = z.string().regex(/^[a-z0-9-]+$/);
const month = z.string().regex(/^(19|20)[0-9]{2}-(0[1-9]|1[0-2])$/);
const oneOf = (values: readonly string[]) => z.enum(values as [string, ...string[]]);
const options = (fact: Fact) => oneOf(optionsOf(listTemplates(), fact).map(({ value }) => value));

const values: Record<GroupKey, { schema: z.ZodType; from: string; example?: string }> = {
  topic: { schema: slug, from: "A slug of `/api/v1/topics`; it covers the topics within it.", example: "libraries" },
  support: { schema: slug, from: "A slug of `/api/v1/support-types`.", example: "peer-challenge" },
  region: { schema: oneOf(regions.map((one) => one.slug)), from: "Where the lead council is.", example: "south-west" },
  council: { schema: slug, from: "A slug of `/api/v1/councils`.", example: "dorset" },
  type: { schema: oneOf(councilTypes.map((one) => one.slug)), from: "The kind of lead council.", example: "unitary" },
  collection: { schema: slug, from: "A slug of `/api/v1/collections`." },
  outcome: { schema: options("outcome"), from: "What came of it.", example: "mixed" },
  cost: { schema: options("cost"), from: "What it cost the council.", example: "under-10k" },
  evidence: { schema: options("evidence"), from: "What its claims rest on.", example: "comparison" },
};

/** The parameters of the listing: the same names, filters and order as on the page for people. */
export const listingParameters: readonly Parameter[] = [
  { name: "q", in: "query", description: "Words to search for.", schema: z.string().max(10_000), example: "bus" },
  ...groups.map(({ key }) => ({
    ...{ name: key, in: "query" as const, schema: values[key].schema, repeatable: true },
    description: `${values[key].from} Repeat it for one value or another.`,
    ...(values[key].example && { example: values[key].example }),
  })),
  {
    ...{ name: "like", in: "query", schema: slug, example: "dorset" },
    description:
      "A slug of `/api/v1/councils`: only councils that share two or more of its kind, region, size and mix of town and country.",
  },
  ...(["from", "to"] as const).map((name) => ({
    ...{ name, in: "query" as const, schema: month, example: name === "from" ? "2020-01" : "2026-06" },
    description: `The ${name === "from" ? "first" : "last"} month of publication, such as \`2024-02\`.`,
  })),
  {
    ...{ name: "sort", in: "query", schema: oneOf(sorts.map(({ key }) => key)), example: "newest" },
    description:
      "The order: `relevance` needs `q`, and is what a search has anyway; `likeness` needs `like`; without either it is `newest`.",
  },
];

export const paging: readonly Parameter[] = [
  {
    ...{ name: "limit", in: "query", schema: z.int().min(1).max(mostItems).default(usualItems), example: 5 },
    description: `How many items an answer has at most: 1 to ${mostItems}.`,
  },
  {
    ...{ name: "cursor", in: "query", schema: z.string().max(2000) },
    description: "Where the last answer ended: part of its `next`. It goes with the other parameters it came with.",
  },
];

export const slugOfPath: Parameter = {
  ...{ name: "slug", in: "path", required: true, schema: z.string() },
  description: "The name of the case study in addresses.",
};

export const beginning: Parameter = {
  ...{ name: "q", in: "query", required: true, schema: z.string().min(1).max(longestBeginning), example: "lib" },
  description: "The beginning of a word.",
};

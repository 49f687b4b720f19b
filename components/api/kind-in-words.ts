/** As much of a JSON schema as these pages put into words. */
export interface Schema {
  type?: string | string[];
  enum?: readonly string[];
  format?: string;
  default?: unknown;
  items?: Schema;
  $ref?: string;
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  properties?: Record<string, Schema>;
  required?: readonly string[];
  additionalProperties?: boolean | Schema;
  const?: unknown;
  description?: string;
}

/** What a parameter may be, beyond its description: "One of `a` or `b`. Otherwise it is 20." */
export function kindInWords(schema: Schema): string {
  const { enum: options, default: usual } = { ...schema, ...schema.items };
  const choices =
    options &&
    `One of ${new Intl.ListFormat("en-GB", { type: "disjunction" }).format(options.map((one) => `\`${one}\``))}.`;
  return [choices, usual !== undefined && `Without it, ${String(usual)}.`].filter(Boolean).join(" ");
}

const names: Record<string, string> = {
  string: "text",
  integer: "number",
  boolean: "true or false",
  "date-time": "moment",
  date: "day",
  uri: "address",
  "uri-reference": "address",
  null: "null",
};

/** What a field holds: "text", "list of `Card`", "`Term` or null". */
export function typeInWords(schema: Schema): string {
  const parts = schema.anyOf ?? schema.oneOf;
  if (schema.$ref) return `\`${nameOf(schema.$ref)}\``;
  if (parts) return parts.map(typeInWords).join(" or ");
  if (schema.enum) return schema.enum.map((one) => `\`${one}\``).join(" or ");
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.items) return `list of ${typeInWords(schema.items)}`;
  if (schema.properties)
    return `object with ${Object.keys(schema.properties)
      .map((key) => `\`${key}\``)
      .join(", ")}`;
  if (schema.type === "object") return "object by name";
  return [schema.type ?? []]
    .flat()
    .map((type) => names[schema.format ?? type] ?? type)
    .join(" or ");
}

/** "Card" from "#/components/schemas/Card" */
export const nameOf = (ref: string): string => ref.slice(ref.lastIndexOf("/") + 1);

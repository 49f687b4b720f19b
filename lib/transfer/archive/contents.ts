import { z } from "zod";

const digest = z.string().regex(/^[0-9a-f]{32}$/);
const name = z.string().min(1).max(100);

/** What an archive says first: what to expect, and which schema it is of. */
export const headSchema = z.object({
  casebook: z.literal(1),
  at: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(z.object({ name, columns: z.array(name) })),
  /** How many files there are to come; fewer where some are deleted meanwhile. */
  files: z.number().int(),
  /** What only whoever has the same SECRET can make. Null where none was known. */
  secretMark: z.string().nullable(),
});

/** What it says last: what must have come. An archive without it was cut short. */
export const tailSchema = z.object({
  tables: z.record(name, z.object({ rows: z.number().int(), digest })),
  sequences: z.array(z.object({ name, last: z.string().regex(/^\d+$/), called: z.boolean() })),
  files: z.object({ count: z.number().int(), bytes: z.number(), digest: z.string() }),
  /** Files that were deleted while the archive was being made, as their rows were just afterwards. */
  missing: z.array(z.string()),
});

export type Head = z.infer<typeof headSchema>;
export type Tail = z.infer<typeof tailSchema>;

/** Names of entries. Everything is in one tar, so that it can be looked into without this program. */
export const entries = {
  head: "casebook.json",
  tail: "contents.json",
  secret: "secret",
  rows: (table: string, part: number) => `tables/${table}/${String(part).padStart(6, "0")}.copy`,
  file: (key: string) => `files/${key}`,
  /** Comes behind the file, since it is known only then. */
  sum: (key: string) => `files/${key}.sha256`,
};

/** What an entry is, by its name. Null for what no archive of ours has. */
export function readEntryName(name: string) {
  if (name === entries.head) return { kind: "head" as const };
  if (name === entries.tail) return { kind: "tail" as const };
  if (name === entries.secret) return { kind: "secret" as const };
  const rows = /^tables\/([^/]+)\/\d{6,}\.copy$/.exec(name)?.[1];
  if (rows !== undefined) return { kind: "rows" as const, table: rows };
  const [, key, sum] = /^files\/([^/]+?)(\.sha256)?$/.exec(name) ?? [];
  if (key === undefined) return null;
  return sum ? { kind: "sum" as const, key } : { kind: "file" as const, key };
}

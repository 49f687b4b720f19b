import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { recordedMigrations, type Recorded } from "../migrate.ts";
import {
  listSequences,
  listTables,
  quoted,
  sameWords,
  weigh,
  type Sequence,
  type Table,
  type Weight,
} from "./tables.ts";

/** One moment of a database, however long it is looked at. */
export interface Snapshot {
  migrations: Recorded[];
  tables: Table[];
  /** A table's rows in the text form of COPY. */
  rowsOf(table: Table): AsyncIterable<Buffer>;
  weigh(table: Table): Promise<Weight>;
  sequences(): Promise<Sequence[]>;
  /** How many files there are, each width of a picture counted. */
  countFiles(): Promise<number>;
  /** What is attached, some rows at a time. */
  attachments(): AsyncGenerator<{ key: string; widths: number[] }[]>;
  /** Which keys rows name now, whatever they did at that moment. */
  namedNow(keys: readonly string[]): Promise<Set<string>>;
  close(): Promise<void>;
}

const some = 1000;

/** Opens a database as it is now. It goes on being written to meanwhile. */
export async function openSnapshot(url: string): Promise<Snapshot> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5000,
    application_name: "casebook backup",
  });
  // A lost connection also fails the query under way, which is where it is told.
  client.on("error", () => undefined);
  await client.connect();
  const close = () => client.end();
  try {
    await client.query("begin isolation level repeatable read, read only");
    await client.query(sameWords);
    return {
      migrations: await recordedMigrations(client),
      tables: await listTables(client),
      rowsOf: ({ name, columns }) => client.query(copyTo(`copy ${quoted([name])} (${quoted(columns)}) to stdout`)),
      weigh: (table) => weigh(client, table),
      sequences: () => listSequences(client),
      countFiles: () => countFiles(client),
      attachments: () => eachAttachment(client),
      namedNow: (keys) => namedNow(url, keys),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function* eachAttachment(client: pg.Client) {
  for (let last = ""; ;) {
    const { rows } = await client.query<{ key: string; widths: number[] }>(
      `select "key", "widths" from "Attachment" where "key" > $1 order by "key" limit ${some}`,
      [last],
    );
    if (rows.length) yield rows;
    if (rows.length < some) return;
    last = rows.at(-1)?.key ?? "";
  }
}

async function countFiles(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ files: string }>(
    `select coalesce(sum(1 + cardinality("widths")), 0) as "files" from "Attachment"`,
  );
  return Number(rows[0]?.files);
}

async function namedNow(url: string, keys: readonly string[]): Promise<Set<string>> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ key: string }>(
      `select named.key from unnest($1::text[]) named(key)
        where exists (select 1 from "Attachment" where "key" = named.key or starts_with(named.key, split_part("key", '.', 1) || '-'))`,
      [keys],
    );
    return new Set(rows.map(({ key }) => key));
  } finally {
    await client.end();
  }
}

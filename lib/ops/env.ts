import { availableParallelism } from "node:os";
import proxyAddr from "proxy-addr";
import { z } from "zod";

const blankIsUnset = (value: unknown) => (value === "" ? undefined : value);
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(blankIsUnset, schema.optional());

const portRange = "PORT must be a number from 1 to 65535";
const whole = (name: string, { least, most, usual }: { least: number; most: number; usual: number }, of = "") => {
  const words = `${name} must be a whole number${of} from ${least} to ${most}`;
  return z.preprocess(
    blankIsUnset,
    z.coerce.number(words).int(words).min(least, words).max(most, words).default(usual),
  );
};
/** A whole number of days, at most ten years. */
const days = (name: string, usual: number) => whole(name, { least: 1, most: 3650, usual }, " of days");
const oneMailbox = /^([^\r\n<>,;]*<[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/;

const listOf = (text: string) =>
  text
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
/** A name as a browser asks for it, without a port. */
const hostName = /^(?:\[[0-9a-f:.]{2,45}\]|[a-z0-9][a-z0-9.-]{0,252})$/i;
const isOrigin = (text: string) => {
  const { pathname, search, hash, username, password } = new URL(text);
  return pathname === "/" && !`${search}${hash}${username}${password}`;
};
const isPostgres = /^postgres(ql)?:\/\//;
const areProxies = (list: string[]) => {
  try {
    return Boolean(proxyAddr.compile(list));
  } catch {
    return false;
  }
};

const settings = z.object({
  HOST: z.preprocess(blankIsUnset, z.string().default("127.0.0.1")),
  PORT: z.preprocess(
    blankIsUnset,
    z.coerce.number(portRange).int(portRange).min(1, portRange).max(65535, portRange).default(3000),
  ),
  DATA_DIR: z.preprocess(blankIsUnset, z.string().default(".data")),
  /** Where attached files are kept, if not in DATA_DIR. */
  FILES_DIR: optional(z.string()),
  /** Where they are kept instead: a bucket with the interface of S3, such as https://KEY:SECRET@s3.example/bucket?region=eu-west-2. */
  FILES_URL: optional(z.url({ protocol: /^https?$/, error: "FILES_URL must be a whole address of a bucket" })),
  /** Who looks for viruses in what is sent: tcp://host:port, or unix:/path/to/socket. */
  CLAMD_URL: optional(
    z
      .string()
      .regex(
        /^(?:tcp:\/\/[^/\s]+:\d+\/?|unix:\/.+)$/,
        "CLAMD_URL must start with tcp:// or unix:/, like tcp://127.0.0.1:3310",
      ),
  ),
  DATABASE_URL: optional(z.string().regex(isPostgres, "DATABASE_URL must start with postgresql://")),
  /** Copies of that database which follow it, for public pages to be read from. Separated by commas. */
  DATABASE_REPLICA_URLS: z
    .preprocess(blankIsUnset, z.string().default(""))
    .transform(listOf)
    .refine(
      (urls) => urls.every((url) => isPostgres.test(url) && URL.canParse(url)),
      "DATABASE_REPLICA_URLS must list whole addresses that start with postgresql://, separated by commas",
    ),
  /** The address readers use, such as https://casebook.example. Links in feeds and letters are made from it. */
  PUBLIC_URL: optional(
    z
      .url({
        protocol: /^https?$/,
        abort: true,
        error: "PUBLIC_URL must be a whole address, like https://casebook.example",
      })
      .refine(isOrigin, "PUBLIC_URL must end after the name, or the port: a site has its name to itself")
      .transform((url) => new URL(url).origin),
  ),
  /** Further Host names that may be asked for, separated by commas. */
  ALLOWED_HOSTS: z
    .preprocess(blankIsUnset, z.string().default(""))
    .transform(listOf)
    .refine(
      (hosts) => hosts.every((host) => hostName.test(host)),
      "ALLOWED_HOSTS must list names or addresses alone, like casebook.lan, 10.0.0.5 or [fd00::5]: no ports and no paths",
    ),
  /** Servers in front of this one, which are believed about whom they ask for. */
  TRUSTED_PROXIES: z
    .preprocess(blankIsUnset, z.string().default(""))
    .transform(listOf)
    .refine(
      areProxies,
      "TRUSTED_PROXIES must list addresses, ranges like 10.0.0.0/8, or the names loopback, linklocal and uniquelocal",
    ),
  /** Where readers write to the editors. */
  CONTACT_EMAIL: z.preprocess(
    blankIsUnset,
    z.email("CONTACT_EMAIL must be an e-mail address").default("editors@casebook.example"),
  ),
  /** Where letters leave by, such as smtps://user:password@mail.example. Without it they wait, or stay in the demonstration's mailbox. */
  SMTP_URL: optional(z.string().regex(/^smtps?:\/\/[^/]/, "SMTP_URL must start with smtp:// or smtps://")),
  MAIL_FROM: z.preprocess(
    blankIsUnset,
    z
      .string()
      .regex(oneMailbox, "MAIL_FROM must be one address, like Casebook <no-reply@casebook.example>")
      .default("Casebook <no-reply@casebook.example>"),
  ),
  /** Whom letters to the editors go to, if not CONTACT_EMAIL. */
  EDITORS_EMAIL: optional(z.email("EDITORS_EMAIL must be an e-mail address")),
  /** For how many days nobody may touch a draft before its author is written to, and before it is deleted. */
  DRAFT_REMINDER_DAYS: days("DRAFT_REMINDER_DAYS", 76),
  DRAFT_DELETION_DAYS: days("DRAFT_DELETION_DAYS", 90),
  /** After how many months a published case study is looked at again. */
  REVIEW_MONTHS: whole("REVIEW_MONTHS", { least: 1, most: 120, usual: 12 }, " of months"),
  /** How many days before that its contact is written to. */
  REVIEW_NOTICE_DAYS: days("REVIEW_NOTICE_DAYS", 28),
  /** How many days after the reminder a contact counts as silent. */
  CONTACT_SILENCE_DAYS: days("CONTACT_SILENCE_DAYS", 28),
  /** How many days readers are still shown a contact whom letters do not reach. */
  CONTACT_GRACE_DAYS: days("CONTACT_GRACE_DAYS", 28),
  /** A folder in the form of a Maildir to which reports of letters that came back are delivered. */
  BOUNCES_DIR: optional(z.string()),
  /** Whether links of published case studies are followed at night. The demonstration's lead nowhere. */
  LINK_CHECK: optional(z.enum(["on", "off"], "LINK_CHECK must be on or off")),
  /** Who vouches for people by OpenID Connect, such as https://login.microsoftonline.com/TENANT/v2.0. */
  OIDC_ISSUER: optional(
    z.url({ protocol: /^https?$/, error: "OIDC_ISSUER must be a whole address, like https://login.example/tenant" }),
  ),
  OIDC_CLIENT_ID: optional(z.string()),
  OIDC_CLIENT_SECRET: optional(z.string()),
  /** Whether that provider asks everybody for a second factor, or says in `amr` whom it asked. */
  OIDC_SECOND_FACTOR: z.preprocess(
    blankIsUnset,
    z.enum(["always", "said"], "OIDC_SECOND_FACTOR must be always or said").default("said"),
  ),
  /** For how many days backups are kept. Erasures are remembered for twice as long. */
  BACKUP_DAYS: days("BACKUP_DAYS", 35),
  /** What backups are encrypted with. Only the programs that make and read them need it. */
  BACKUP_KEY: optional(z.string().min(32, "BACKUP_KEY must have at least 32 random characters")),
  /** Whether this process does the background jobs. Off where `npm run worker` does them. */
  JOBS: z.preprocess(blankIsUnset, z.enum(["on", "off"], "JOBS must be on or off").default("on")),
  /** Whether this process brings the database up to date. Off where `npm run migrate` does, as somebody who may. */
  MIGRATE: z.preprocess(blankIsUnset, z.enum(["on", "off"], "MIGRATE must be on or off").default("on")),
  /** How many processes make pages. In development one recompiles for itself. */
  RENDERERS: whole("RENDERERS", { least: 1, most: 64, usual: availableParallelism() }),
  /** How much memory finished pages may take, in megabytes. */
  PAGE_CACHE_MB: whole("PAGE_CACHE_MB", { least: 1, most: 16_384, usual: 128 }),
  /** What whoever asks for /metrics has to show. Without it, only this machine and private networks are told. */
  METRICS_TOKEN: optional(
    z.string().regex(/^[\x21-\x7e]{16,}$/, "METRICS_TOKEN must have at least 16 characters, without spaces"),
  ),
  /** Where traces are collected by OTLP over HTTP, under which name, and how large a share of them. */
  OTEL_EXPORTER_OTLP_ENDPOINT: optional(
    z.url({ protocol: /^https?$/, error: "OTEL_EXPORTER_OTLP_ENDPOINT must be a whole address" }),
  ),
  OTEL_SERVICE_NAME: z.preprocess(blankIsUnset, z.string().default("casebook")),
  OTEL_TRACES_SAMPLER_ARG: z.preprocess(
    blankIsUnset,
    z.coerce.number("OTEL_TRACES_SAMPLER_ARG must be a share from 0 to 1").min(0).max(1).default(1),
  ),
  LOG_LEVEL: z.preprocess(blankIsUnset, z.enum(["silent", "error", "warn", "info", "debug"]).default("warn")),
  /** Set by the start program for each of its processes: how many connections to the database it may have at once. */
  CASEBOOK_CONNECTIONS: z.coerce.number().int().min(1).max(100).default(10),
  /** Set likewise: for how long a connection may be silent that is waited on. 0 where some work takes as long as it takes. */
  CASEBOOK_SILENCE_MS: z.coerce.number().int().min(0).default(0),
  /** Set likewise where nobody waits for an answer: how long a connection is waited for. */
  CASEBOOK_WAIT_MS: z.coerce.number().int().min(1).default(3000),
  /** Set by the start program for the renderer: the database is the embedded one, filled with invented councils. */
  CASEBOOK_DEMONSTRATION: z
    .string()
    .optional()
    .transform((value) => value === "1"),
});

const schema = settings
  .refine((env) => env.DRAFT_REMINDER_DAYS < env.DRAFT_DELETION_DAYS, {
    path: ["DRAFT_REMINDER_DAYS"],
    message: "DRAFT_REMINDER_DAYS must be less than DRAFT_DELETION_DAYS",
    when: ({ issues }) => issues.length === 0,
  })
  .refine((env) => !env.DATABASE_REPLICA_URLS.length || env.DATABASE_URL, {
    path: ["DATABASE_REPLICA_URLS"],
    message: "DATABASE_REPLICA_URLS needs DATABASE_URL, whose replicas they are",
    when: ({ issues }) => issues.length === 0,
  })
  .transform((env) => ({ ...env, EDITORS_EMAIL: env.EDITORS_EMAIL ?? env.CONTACT_EMAIL }));

export type Env = z.output<typeof schema>;

/**
 * The settings of this process.
 *
 * @throws Error whose message says in one line what is wrong with which variable
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const read = schema.safeParse(source);
  if (read.success) return read.data;
  throw new Error(
    read.error.issues
      .map(({ path, message }) => (message.startsWith(String(path[0])) ? message : `${String(path[0])}: ${message}`))
      .join(". "),
  );
}

/** Where letters go: out by SMTP, into the demonstration's mailbox, or nowhere until SMTP_URL is set. */
export function whereLettersGo({ SMTP_URL, CASEBOOK_DEMONSTRATION }: Env): "smtp" | "mailbox" | "nowhere" {
  if (SMTP_URL) return "smtp";
  return CASEBOOK_DEMONSTRATION ? "mailbox" : "nowhere";
}

/** For how many days nobody may touch a draft before its author is written to, and before it is deleted. */
export const draftDays = ({ DRAFT_REMINDER_DAYS, DRAFT_DELETION_DAYS } = readEnv()) => ({
  reminder: DRAFT_REMINDER_DAYS,
  deletion: DRAFT_DELETION_DAYS,
});

/** After how many months a published case study is looked at again. */
export const reviewMonths = ({ REVIEW_MONTHS } = readEnv()) => REVIEW_MONTHS;

/** For how many days each step of keeping contacts true lasts. */
export const upkeepDays = ({ REVIEW_NOTICE_DAYS, CONTACT_SILENCE_DAYS, CONTACT_GRACE_DAYS } = readEnv()) => ({
  notice: REVIEW_NOTICE_DAYS,
  silence: CONTACT_SILENCE_DAYS,
  grace: CONTACT_GRACE_DAYS,
});

/** For how many days backups are kept. */
export const backupDays = ({ BACKUP_DAYS } = readEnv()) => BACKUP_DAYS;

/** Whether links are followed at night. */
export const checksLinks = ({ LINK_CHECK, CASEBOOK_DEMONSTRATION } = readEnv()) =>
  LINK_CHECK ? LINK_CHECK === "on" : !CASEBOOK_DEMONSTRATION;

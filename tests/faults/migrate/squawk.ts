import { execFile, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const version = "2.66.0";
const home = join(tmpdir(), `casebook-squawk-${version}`);
const program = join(home, "node_modules/.bin/squawk");

/** Landed before there was a site that had to go on meanwhile. They cannot be edited any more. */
const landed = "20261128194000_owed_projections";

/** Later ones that may do what the linter warns of, and why. */
const accepted: Record<string, { rules: readonly string[]; why: string }> = {
  "20261130143027_partners_in_listing": {
    rules: ["require-concurrent-index-creation"],
    why: "the column is added before it in one transaction and holds nothing, so the index is one look at each row",
  },
};

/** Rules that do not fit how migrations are applied here, and why. */
const unfit = {
  "prefer-robust-stmts": "each migration is one transaction: it is never half applied, and never applied twice",
  "require-timeout-settings": "the runner sets both limits (prisma/migrate.ts)",
  "require-lock-timeout": "the same",
  "require-statement-timeout": "the same",
  "prefer-bigint-over-int": "counts and positions that stay small",
  "prefer-bigint-over-smallint": "the same",
  "prefer-identity": "Prisma writes SERIAL",
  "prefer-text-field": "lengths are checked by the template, not by the database",
  "ban-char-field": "a type of PostgreSQL's catalogues",
} as const;

/** Linters of migrations: Squawk, from the npm registry. Installed beside when it is wanted. Null where it cannot be. */
export function openSquawk() {
  const args = ["install", "--prefix", home, "--no-audit", "--no-fund", "--no-save", `squawk-cli@${version}`];
  if (!existsSync(program)) spawnSync("npm", args, { stdio: "ignore", timeout: 120_000 });
  return existsSync(program) ? { lint } : null;
}

/** What there is to say of a file: names of rules, and where. */
async function lint(file: string): Promise<{ rule: string; line: number }[]> {
  const args = [
    "--assume-in-transaction",
    "--pg-version",
    "18",
    "--reporter",
    "json",
    "--exclude",
    Object.keys(unfit).join(),
  ];
  const printed = await new Promise<string>((resolve, reject) =>
    execFile(program, [...args, file], (_error, stdout, stderr) =>
      stdout ? resolve(stdout) : reject(new Error(stderr)),
    ),
  );
  const found = JSON.parse(printed) as { rule_name: string; line: number }[];
  return found.map(({ rule_name: rule, line }) => ({ rule, line }));
}

/** Every migration that has to keep to the rules, and those that it may break. */
export function migrationsToLint(folder: string) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name > landed)
    .map(({ name }) => ({ name, file: join(folder, name, "migration.sql"), may: accepted[name]?.rules ?? [] }));
}

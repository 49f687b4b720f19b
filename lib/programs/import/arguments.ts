import { parseArgs } from "node:util";
import { Complaint } from "../launch/complaint.ts";

export interface ImportArguments {
  file: string;
  dryRun: boolean;
  publish: boolean;
  reason: string;
  source: string;
  /** A topic for every row, by its name or the name in its address. */
  topic: string;
  base: string;
  /** The e-mail address of the editor who imports. */
  as: string;
}

export const usage =
  'npm run import -- FILE --source "Old directory" [--dry-run] [--topic libraries] [--base ADDRESS] [--as EMAIL] [--publish --reason "Why"]';

/** What was typed behind the command. @throws Complaint when it makes no sense */
export function readImportArguments(args: string[]): ImportArguments {
  const text = { type: "string", default: "" } as const;
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...{ "dry-run": { type: "boolean", default: false }, publish: { type: "boolean", default: false } },
        ...{ reason: text, source: text, topic: text, base: text, as: text },
      },
    });
    const [file = "", ...more] = positionals;
    if (!file || more.length) throw new Error("Say which file");
    // Two files without one would overwrite each other wherever both number their rows from 1.
    if (!values.source.trim()) throw new Error("--source is missing: it says whose references the rows have");
    if (values.publish && !values.reason.trim())
      throw new Error("--publish needs --reason: it stands in the history of each");
    const { "dry-run": dryRun, ...others } = values;
    return { file, dryRun, ...others };
  } catch (error) {
    throw new Complaint(`${error instanceof Error ? error.message : String(error)}: ${usage}`);
  }
}

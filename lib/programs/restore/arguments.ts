import { stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import { Complaint } from "../launch/complaint.ts";

export interface RestoreArguments {
  file: string;
  /** Whether what the database holds may go. */
  replace: boolean;
}

/** What was typed behind the command. @throws Complaint when it makes no sense */
export async function readRestoreArguments(args: string[]): Promise<RestoreArguments> {
  const { values, positionals } = read(args);
  const [file = "", ...more] = positionals;
  if (!file || more.length) throw new Complaint(`Say which file: ${usage}`);
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new Complaint(`There is no file ${file}.`);
  return { file, replace: values.replace };
}

const usage = "npm run restore -- FILE [--replace]";

function read(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { replace: { type: "boolean", default: false } } });
  } catch (error) {
    throw new Complaint(`${error instanceof Error ? error.message : String(error)}: ${usage}`);
  }
}

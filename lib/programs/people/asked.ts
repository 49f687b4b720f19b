import { readEmail } from "#lib/http/forms/read-email.ts";
import { Complaint } from "../launch/complaint.ts";

interface Asked {
  email: string;
  /** Those of the program's flags that were typed. */
  flags: readonly string[];
}

/** Whom a program is about, and how. @throws Complaint when that cannot be told from what was typed */
export function readAsked(typed: readonly string[], usage: string, known: readonly string[] = []): Asked {
  const flags = typed.filter((word) => word.startsWith("--"));
  const [address = "", ...more] = typed.filter((word) => !word.startsWith("--"));
  const email = readEmail(address);
  const unknown = flags.some((flag) => !known.includes(flag));
  if (!email.ok || more.length || unknown) throw new Complaint(`Say whose address it is: ${usage}`);
  return { email: email.value.toLowerCase(), flags };
}

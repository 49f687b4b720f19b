import { isLoopback } from "#lib/gate/guards/host.ts";
import { readEnv, type Env } from "#lib/ops/env.ts";
import { Complaint } from "./complaint.ts";
import { namesOf } from "./names.ts";

/** The settings of this process. @throws Complaint that says which is wrong */
export function readSettings(): Env {
  try {
    return readEnv();
  } catch (error) {
    throw new Complaint(error instanceof Error ? error.message : String(error));
  }
}

/** The same of whatever sends letters. @throws Complaint also where they would lead nowhere, or name an address that nobody has */
export function readSettingsForLetters(): Env {
  const env = readSettings();
  const lacking = lackingForLetters(env);
  if (!lacking.length) return env;
  throw new Complaint(
    `Letters leave by SMTP_URL, so set ${new Intl.ListFormat("en-GB").format(lacking)} as well: without, they would lead to this machine, or name an address that ends in .example, where nobody reads.`,
  );
}

/** The settings that letters to real mailboxes need and that stand as they came. */
export function lackingForLetters(env: Env): string[] {
  const { SMTP_URL, PUBLIC_URL, MAIL_FROM, CONTACT_EMAIL, EDITORS_EMAIL } = env;
  if (!SMTP_URL || isTriedOut(env)) return [];
  const addresses = { MAIL_FROM, CONTACT_EMAIL, ...(EDITORS_EMAIL !== CONTACT_EMAIL && { EDITORS_EMAIL }) };
  const unreal = Object.entries(addresses).filter(([, address]) => /[@.]example>?$/i.test(address));
  return [...(PUBLIC_URL ? [] : ["PUBLIC_URL"]), ...unreal.map(([name]) => name)];
}

/** A site for this machine alone, with a mail server on it, is one that somebody tries or tests. */
function isTriedOut(env: Env): boolean {
  const mail = URL.canParse(env.SMTP_URL ?? "") ? new URL(env.SMTP_URL ?? "").hostname : "";
  return !env.PUBLIC_URL && namesOf(env).length === 0 && isLoopback(mail);
}

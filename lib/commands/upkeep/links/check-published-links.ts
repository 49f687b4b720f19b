import { siteAddress } from "#lib/mail/address.ts";
import { checkLinks } from "./check-links.ts";
import { checksLinks, readEnv } from "#lib/ops/env.ts";

/** Follows the links of what is published, where the site may ask others for their pages. */
export async function checkPublishedLinks(now = new Date()): Promise<number> {
  const env = readEnv();
  if (!checksLinks(env)) return 0;
  return checkLinks({ now, agent: `Casebook link check (+${siteAddress(env)}/about)` });
}

import { readEnv } from "#lib/ops/env.ts";

const env = readEnv();

/** Whether this site shows the demonstration's invented councils. */
export const demonstration = env.CASEBOOK_DEMONSTRATION;

/** After how many days without a change a draft is deleted. */
export const draftDays = env.DRAFT_DELETION_DAYS;

/** For how many days backups are kept. */
export const backupDays = env.BACKUP_DAYS;

/** After how many months a published case study is to be looked at again. */
export const reviewMonths = env.REVIEW_MONTHS;

/** Where readers write to the editors. */
export const contactEmail = env.CONTACT_EMAIL;

/** A path of ours as it reads on paper: whole where the site knows the address readers use. */
export const printedAddress = (path: string) => (env.PUBLIC_URL ? new URL(env.PUBLIC_URL).origin + path : path);

/**
 * The scheme and host that readers use, for addresses that leave the site.
 *
 * @param host of the request, as the gate passed it on; counts only where PUBLIC_URL is not set
 */
export const siteOrigin = (host: string | null) =>
  env.PUBLIC_URL ? new URL(env.PUBLIC_URL).origin : `http://${host ?? "localhost"}`;

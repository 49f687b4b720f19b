import { readEnv } from "#lib/ops/env.ts";

const env = readEnv();

/** Whether this site shows the demonstration's invented councils. */
export const demonstration = env.CASEBOOK_DEMONSTRATION;

/** After how many days without a change a draft is deleted. */
export const draftDays = env.DRAFT_DELETION_DAYS;

/** Where readers write to the editors. */
export const contactEmail = env.CONTACT_EMAIL;

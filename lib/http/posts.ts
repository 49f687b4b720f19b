const token = "[\\w-]{43}";
const slug = "[a-z0-9-]+";
const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

const wholly = (path: string) => new RegExp(`^${path}$`);

/** Every address that takes a form. The gate lets a POST through to nothing else. */
export const posts: readonly RegExp[] = [
  "/submit/start/save",
  `/submit/${token}/email/save`,
  `/submit/${token}/[a-z]+/save`,
  `/submit/${token}/[a-z]+/attach`,
  "/submit/word/read",
  `/submit/${token}/word/read`,
  `/submit/${token}/word/${uuid}/take`,
  `/submit/${token}/send`,
  `/submit/confirm/${token}/spend`,
  `/track/${token}/take-back`,
  `/track/${token}/send-again`,
  `/(submit|track)/${token}/renew`,
  "/my-case-studies/send",
  `/my-case-studies/${token}/next`,
  "/case-studies/[a-z0-9-]+/(suggest|problem)/send",
  `/submit/${token}/(delete|erase)/confirm`,
  `/track/${token}/erase/confirm`,
  `/erase/${token}/confirm`,
  `/editor/review/${uuid}/decide`,
  `/editor/review/${uuid}/comment`,
  `/editor/review/${uuid}/edit/[a-z]+/save`,
  `/editor/review/${uuid}/edit/[a-z]+/attach`,
  `/editor/review/${uuid}/next`,
  `/editor/review/${uuid}/still-right`,
  `/editor/review/${uuid}/lead-term`,
  "/sign-in/send",
  `/sign-in/${token}/spend`,
  "/sign-in/demonstration",
  "/sign-in/second-factor/begin",
  "/sign-in/second-factor/check",
  "/sign-in/recovery-codes/renew",
  "/sign-in/out",
  "/sign-in/out-everywhere",
  `/editor/history/${uuid}/restore`,
  `/track/${token}/edits/answer`,
  `/fact-check/${token}/answer`,
  `/enquiries/${token}/answer`,
  "/editor/upkeep/(settle|show|ask)",
  `/editor/review/${uuid}/review-by`,
  `/editor/review/${uuid}/fact-check/ask`,
  `/editor/review/${uuid}/fact-check/${uuid}/revoke`,
  "/editor/queue/(assign|decide)",
  "/editor/suggestions/settle",
  "/editor/synonyms/(save|remove)",
  "/editor/imports/bring",
  `/editor/imports/${uuid}/(confirm|open)`,
  "/editor/people/(invite|change|confirm|unconfirm)",
  "/editor/catalogue/collections/(add|move)",
  `/editor/catalogue/collections/${slug}/(introduce|arrange|bring-back|rename/save|retire/save)`,
  "/editor/catalogue/councils/add/save",
  `/editor/catalogue/councils/${slug}/(change|end|merge)/save`,
  "/editor/catalogue/(topics|support-types|retag)/write",
  `/editor/catalogue/undo/${uuid}/confirm`,
  "/alerts/new/send",
  `/alerts/${token}/(confirm|change|stop)`,
].map(wholly);

/** Those of them whose forms bring files, and may be as large as files are. */
export const uploads: readonly RegExp[] = [
  `/submit/${token}/[a-z]+/attach`,
  `/editor/review/${uuid}/edit/[a-z]+/attach`,
  "/submit/word/read",
  `/submit/${token}/word/read`,
  "/editor/imports/bring",
  // It brings none, but adds those that were read before.
  `/submit/${token}/word/${uuid}/take`,
].map(wholly);

/** Where a mail program ends letters for its reader, which comes from no page of ours (RFC 8058). */
export const oneClicks: readonly RegExp[] = [`/alerts/${token}/stop`].map(wholly);

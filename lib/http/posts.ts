const token = "[\\w-]{43}";
const uuid = "[0-9a-f-]{36}";

/** Every address that takes a form. The gate lets a POST through to nothing else. */
export const posts: readonly RegExp[] = [
  "/submit/start/save",
  `/submit/${token}/email/save`,
  `/submit/${token}/[a-z]+/save`,
  `/submit/${token}/send`,
  `/submit/confirm/${token}/spend`,
  `/track/${token}/take-back`,
  `/track/${token}/send-again`,
  "/my-case-studies/send",
  `/my-case-studies/${token}/next`,
  "/case-studies/[a-z0-9-]+/suggest/send",
  `/submit/${token}/erase/confirm`,
  `/track/${token}/erase/confirm`,
  `/erase/${token}/confirm`,
  `/editor/review/${uuid}/decide`,
  `/editor/review/${uuid}/comment`,
  `/editor/review/${uuid}/edit/[a-z]+/save`,
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
].map((path) => new RegExp(`^${path}$`));

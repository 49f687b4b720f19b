import type { Row } from "./row.ts";

/** How editors sign in and out. */
export const accountRows: readonly Row[] = [
  ["GET", "/sign-in", "stranger"],
  ["GET", "/sign-in/[token]", "signIn"],
  ["POST", "/sign-in/[token]/spend", "signIn"],
  ["GET", "/sign-in/account", "editor"],
  ["POST", "/sign-in/demonstration", "nowhere"],
  ["POST", "/sign-in/out", "anyone"],
  ["POST", "/sign-in/out-everywhere", "editor"],
  ["GET", "/sign-in/provider", "nowhere"],
  ["GET", "/sign-in/provider/callback", "nowhere"],
  ["GET", "/sign-in/recovery-codes", "editor"],
  ["POST", "/sign-in/recovery-codes/renew", "editor"],
  ["GET", "/sign-in/second-factor", "visitor"],
  ["POST", "/sign-in/second-factor/begin", "visitor"],
  ["POST", "/sign-in/second-factor/check", "visitor"],
  ["POST", "/sign-in/send", "anyone"],
];

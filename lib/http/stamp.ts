import { createHmac, timingSafeEqual } from "node:crypto";
import { readSecret } from "#lib/ops/secret.ts";

/** When a form was shown, signed together with its key, so that it fits no other form. */
export function stampOf(key: string, shownAt: Date): string {
  const time = shownAt.getTime().toString(36);
  return `${time}.${signatureOf(key, time)}`;
}

/** When a form was shown, from its stamp. Null for a stamp that is missing, another form's or not ours. */
export function readStamp(key: string, stamp: string): Date | null {
  const [time = "", signature = ""] = stamp.split(".");
  const given = Buffer.from(signature);
  const right = Buffer.from(signatureOf(key, time));
  return given.length === right.length && timingSafeEqual(given, right) ? new Date(parseInt(time, 36)) : null;
}

const signatureOf = (key: string, time: string) =>
  createHmac("sha256", readSecret()).update(`form ${key} ${time}`).digest("base64url");

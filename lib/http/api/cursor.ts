import { createHmac, timingSafeEqual } from "node:crypto";
import type { Position } from "#lib/domain/listing/position.ts";
import { readSecret } from "#lib/ops/secret.ts";

/** Rises when an order changes, since places in the former one mean nothing in it. */
const version = 2;

/** A position as an address carries it, signed together with the question it belongs to. */
export function writeCursor(position: Position, question: string): string {
  const text = Buffer.from(JSON.stringify(position)).toString("base64url");
  return `${text}.${signatureOf(text, question)}`;
}

/** The position a cursor holds. Null for one that is another question's or not ours. */
export function readCursor(cursor: string, question: string): Position | null {
  const [text = "", signature = ""] = cursor.split(".");
  const given = Buffer.from(signature);
  const right = Buffer.from(signatureOf(text, question));
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  return JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as Position;
}

const signatureOf = (text: string, question: string) =>
  createHmac("sha256", readSecret()).update(`cursor ${version} ${text} ${question}`).digest("base64url").slice(0, 22);

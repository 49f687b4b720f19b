import type { Answer } from "#lib/gate/send.ts";

/** Where people look who have found a weakness (RFC 9116). */
export const securityTxtPath = "/.well-known/security.txt";

const halfAYear = 182 * 24 * 60 * 60_000;

/**
 * Whom to tell about a weakness. It is good for half a year from the day on which it is asked for, so that it never runs out
 * however long this process lives, and is the same for everybody all day.
 *
 * @param publicUrl the origin that readers use, if one is set
 */
export function securityTxt(contactEmail: string, publicUrl: string | undefined, now = new Date()): Answer {
  const expires = new Date(now.getTime() + halfAYear).toISOString().slice(0, 10);
  const lines = [
    `Contact: mailto:${contactEmail}`,
    `Expires: ${expires}T00:00:00Z`,
    "Preferred-Languages: en",
    ...(publicUrl === undefined ? [] : [`Canonical: ${publicUrl}${securityTxtPath}`]),
  ];
  return {
    status: 200,
    fields: { "content-type": "text/plain; charset=utf-8", "cache-control": "public, max-age=86400" },
    body: Buffer.from(lines.map((line) => `${line}\n`).join("")),
  };
}

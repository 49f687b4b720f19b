import PostalMime from "postal-mime";
import { shortened } from "./one-line.ts";
import { saysGone } from "./refusal.ts";

const letterId = /<letter-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^<>\s]+>/i;
const failed = /^Action:\s*failed\s*$/im;
const mostWords = 300;

/** What a mail server says became of one of our letters. */
export interface Report {
  letterId: string;
  /** Why it could not be delivered and will not be tried again; null for a delay. */
  failure: { words: string; gone: boolean } | null;
}

/**
 * Reads a report about one of our letters (RFC 3464). Null for every other message: an answer of somebody who is away, a report
 * about somebody else's letter.
 *
 * @param message the whole of it, as it was received
 */
export async function readReport(message: Uint8Array): Promise<Report | null> {
  const { attachments } = await PostalMime.parse(message, { forceRfc822Attachments: true, maxNestingDepth: 16 });
  const textOf = (type: RegExp) =>
    attachments
      .filter(({ mimeType }) => type.test(mimeType))
      .map(({ content }) => (typeof content === "string" ? content : new TextDecoder().decode(content)))
      .join("\n\n");
  const status = textOf(/^message\/(?:global-)?delivery-status$/i);
  // The letter itself, or its head alone.
  const returned = textOf(/^(?:message\/(?:rfc822|global)|text\/rfc822-headers|message\/(?:rfc822|global)-headers)$/i);
  const [head = ""] = returned.split(/\r?\n\r?\n/, 1);
  const id = letterId.exec(/^Message-ID:\s*(\S+)/im.exec(head)?.[1] ?? "")?.[1]?.toLowerCase();
  return status && id ? { letterId: id, failure: readFailure(status) } : null;
}

/** One group of fields for the report, and one for each mailbox. */
function readFailure(status: string): Report["failure"] {
  const group = status.split(/\r?\n\s*\r?\n/).find((fields) => failed.test(fields));
  if (!group) return null;
  const unfolded = group.replace(/\r?\n[ \t]+/g, " ");
  const code = /^Status:\s*(\d\.\d{1,3}\.\d{1,3})/im.exec(unfolded)?.[1] ?? "";
  const said = /^Diagnostic-Code:\s*(?:[\w-]+\s*;)?\s*(.*)$/im.exec(unfolded)?.[1] ?? "";
  const words = shortened(said, mostWords) || `It came back with status ${code || "unknown"}`;
  return { words, gone: saysGone(code, said) };
}

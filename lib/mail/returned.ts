import PostalMime from "postal-mime";

const letterId = /<letter-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^<>\s]+>/i;
const failed = /^Action:\s*failed\s*$/im;
const forGood = /^Status:\s*5\.\d{1,3}\.\d{1,3}/im;

/**
 * Which of our letters a report says could not be delivered for good (RFC 3464). Null for every other message: a delay, an
 * answer of somebody who is away, a report about somebody else's letter.
 *
 * @param message the whole of it, as it was received
 */
export async function readReturn(message: Uint8Array): Promise<string | null> {
  const { attachments } = await PostalMime.parse(message, { forceRfc822Attachments: true, maxNestingDepth: 16 });
  const textOf = (type: RegExp) =>
    attachments
      .filter(({ mimeType }) => type.test(mimeType))
      .map(({ content }) => (typeof content === "string" ? content : new TextDecoder().decode(content)))
      .join("\n");
  const status = textOf(/^message\/(?:global-)?delivery-status$/i);
  if (!failed.test(status) || !forGood.test(status)) return null;
  // The letter itself, or its head alone.
  const returned = textOf(/^(?:message\/(?:rfc822|global)|text\/rfc822-headers|message\/(?:rfc822|global)-headers)$/i);
  const [head = ""] = returned.split(/\r?\n\r?\n/, 1);
  return letterId.exec(/^Message-ID:\s*(\S+)/im.exec(head)?.[1] ?? "")?.[1]?.toLowerCase() ?? null;
}

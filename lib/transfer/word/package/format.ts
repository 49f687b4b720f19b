import { wordLimits, type WordRefusal } from "#lib/domain/word/refusals.ts";

/** What a file is by its first bytes, whatever it is called: a ZIP, as Word files are, or why it is none. */
export function formatOf(bytes: Uint8Array): "zip" | WordRefusal {
  if (bytes.byteLength === 0) return "empty";
  if (bytes.byteLength > wordLimits.bytes) return "tooLarge";
  const start = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  if (start.startsWith("PK\u0003\u0004")) return "zip";
  if (start.startsWith("PK\u0005\u0006")) return "notWord";
  if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) return compoundFile(bytes);
  if (start.startsWith("{\\rtf")) return "rtf";
  if (start.startsWith("%PDF")) return "pdf";
  return "notWord";
}

/** Word keeps a document with a password in the container that its older format used. */
const compoundFile = (bytes: Uint8Array): WordRefusal =>
  Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le")) ? "password" : "oldDoc";

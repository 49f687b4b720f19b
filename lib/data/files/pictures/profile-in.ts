import { inflateSync } from "node:zlib";

const mostProfile = 4 * 1024 * 1024;

/** The colour profile inside a picture; null where it has none. */
export function profileIn(bytes: Buffer): Buffer | null {
  if (bytes[0] === 0xff) return jpegProfile(bytes);
  return bytes[0] === 0x89 ? pngProfile(bytes) : webpProfile(bytes);
}

function jpegProfile(bytes: Buffer): Buffer | null {
  const parts: Buffer[] = [];
  for (let at = 2; at + 4 < bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda;) {
    const length = bytes.readUInt16BE(at + 2);
    if (bytes[at + 1] === 0xe2 && bytes.toString("latin1", at + 4, at + 15) === "ICC_PROFILE")
      parts.push(bytes.subarray(at + 18, at + 2 + length));
    at += 2 + length;
  }
  return parts.length ? Buffer.concat(parts) : null;
}

function pngProfile(bytes: Buffer): Buffer | null {
  for (let at = 8; at + 12 < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (type === "IDAT") return null;
    if (type !== "iCCP") continue;
    const name = bytes.indexOf(0, at + 8);
    return inflateSync(bytes.subarray(name + 2, at + 8 + bytes.readUInt32BE(at)), { maxOutputLength: mostProfile });
  }
  return null;
}

function webpProfile(bytes: Buffer): Buffer | null {
  for (let at = 12; at + 8 < bytes.length;) {
    const length = bytes.readUInt32LE(at + 4);
    if (bytes.toString("latin1", at, at + 4) === "ICCP") return bytes.subarray(at + 8, at + 8 + length);
    at += 8 + length + (length % 2);
  }
  return null;
}

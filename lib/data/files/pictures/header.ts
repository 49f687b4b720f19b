/** What a picture's head says of it: enough to know what decoding it would cost. */
export interface Head {
  width: number;
  height: number;
  moving: boolean;
}

/** Reads the size of a JPEG, PNG or WebP without decoding it. Null where it does not say one. */
export function readHead(bytes: Buffer): Head | null {
  if (bytes.readUInt16BE(0) === 0xffd8) return jpegHead(bytes);
  if (bytes.toString("latin1", 1, 4) === "PNG") return pngHead(bytes);
  return bytes.toString("latin1", 8, 12) === "WEBP" ? webpHead(bytes) : null;
}

function jpegHead(bytes: Buffer): Head | null {
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7), moving: false };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

function pngHead(bytes: Buffer): Head | null {
  if (bytes.length < 33 || bytes.toString("latin1", 12, 16) !== "IHDR") return null;
  const before = bytes.indexOf("IDAT");
  const control = bytes.indexOf("acTL");
  return {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    moving: control !== -1 && control < before,
  };
}

function webpHead(bytes: Buffer): Head | null {
  if (bytes.length < 30) return null;
  switch (bytes.toString("latin1", 12, 16)) {
    case "VP8 ":
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff, moving: false };
    case "VP8L": {
      const sizes = bytes.readUInt32LE(21);
      return { width: (sizes & 0x3fff) + 1, height: ((sizes >>> 14) & 0x3fff) + 1, moving: false };
    }
    case "VP8X":
      return {
        width: bytes.readUIntLE(24, 3) + 1,
        height: bytes.readUIntLE(27, 3) + 1,
        moving: ((bytes[20] ?? 0) & 2) !== 0,
      };
    default:
      return null;
  }
}

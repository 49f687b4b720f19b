import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  scryptSync,
  timingSafeEqual,
} from "node:crypto";
import { Transform, type TransformCallback } from "node:stream";

/*
 * A sealed archive: a head, then pieces of 64 kB, each with AES-256-GCM. The head is "casebook-sealed-1\n", 16 bytes of salt and 16 that
 * tell a wrong key from a damaged file. The key is HKDF-SHA-256 of scrypt (N 2^15, r 8, p 1) of BACKUP_KEY and the salt, so every file has
 * its own. A nonce is the number of the piece in 11 bytes, and 1 in the twelfth for the last piece: pieces that are missing, doubled
 * or in another order, and an end that was cut off, do not open. The head is authenticated with each piece. This is the construction
 * called STREAM, as the program `age` has it.
 */
const mark = Buffer.from("casebook-sealed-1\n");
const pieceBytes = 64 * 1024;
const [saltBytes, proofBytes, tagBytes] = [16, 16, 16];
export const headBytes = mark.length + saltBytes + proofBytes;

/** The archive cannot be opened with this key, or at all. */
export class SealBroken extends Error {
  readonly reason: "wrong-key" | "damaged";
  constructor(reason: "wrong-key" | "damaged") {
    super(reason);
    this.reason = reason;
  }
}

/** Whether a file that begins so is sealed. */
export const isSealed = (start: Buffer) => start.subarray(0, mark.length).equals(mark);

/** Seals what passes through. @param secret the words of BACKUP_KEY */
export function seal(secret: string): Transform {
  const salt = randomBytes(saltBytes);
  const { key, proof } = keysFrom(secret, salt);
  const head = Buffer.concat([mark, salt, proof]);
  const close = (piece: Buffer, nonce: Buffer) => {
    const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(head);
    return Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  };
  const stream = inPieces(pieceBytes, close);
  stream.push(head);
  return stream;
}

/**
 * Opens what passes through. Nothing passes that was not sealed with the same key, at this place.
 *
 * @param head the first bytes of the file, which do not pass through
 * @throws SealBroken, as the stream's error where it is noticed later
 */
export function unseal(secret: string, head: Buffer): Transform {
  const salt = head.subarray(mark.length, mark.length + saltBytes);
  const { key, proof } = keysFrom(secret, salt);
  const kept = head.subarray(mark.length + saltBytes);
  if (kept.length !== proofBytes || !timingSafeEqual(proof, kept)) throw new SealBroken("wrong-key");
  return inPieces(pieceBytes + tagBytes, (piece, nonce) => {
    if (piece.length < tagBytes) throw new SealBroken("damaged");
    const decipher = createDecipheriv("aes-256-gcm", key, nonce).setAAD(head).setAuthTag(piece.subarray(-tagBytes));
    try {
      return Buffer.concat([decipher.update(piece.subarray(0, -tagBytes)), decipher.final()]);
    } catch {
      throw new SealBroken("damaged");
    }
  });
}

function keysFrom(secret: string, salt: Buffer) {
  const stretched = scryptSync(secret, salt, 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 });
  const key = Buffer.from(hkdfSync("sha256", stretched, salt, "casebook archive", 32));
  const proof = createHmac("sha256", stretched).update("casebook archive key").digest().subarray(0, proofBytes);
  return { key, proof };
}

/** Cuts what passes into pieces of one length, the last alone may be shorter, and does something to each. */
function inPieces(length: number, work: (piece: Buffer, nonce: Buffer) => Buffer): Transform {
  let [waiting, waits, place]: [Buffer[], number, bigint] = [[], 0, 0n];

  function next(piece: Buffer, isLast: boolean): Buffer {
    const nonce = Buffer.alloc(12);
    nonce.writeBigUInt64BE(place, 3);
    nonce[11] = isLast ? 1 : 0;
    place += 1n;
    return work(piece, nonce);
  }
  const guarded = (done: TransformCallback, act: () => void) => {
    try {
      act();
    } catch (error) {
      return done(error as Error);
    }
    done();
  };

  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      guarded(done, () => {
        waiting.push(chunk);
        waits += chunk.length;
        // A whole piece may still be the last one, until something comes behind it.
        if (waits <= length) return;
        let all = Buffer.concat(waiting);
        for (; all.length > length; all = all.subarray(length)) this.push(next(all.subarray(0, length), false));
        [waiting, waits] = [[all], all.length];
      });
    },
    flush(done) {
      guarded(done, () => this.push(next(Buffer.concat(waiting), true)));
    },
  });
}

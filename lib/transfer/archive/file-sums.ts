import { createHash } from "node:crypto";
import { Transform } from "node:stream";

/** One sum over many files, in the order in which they come. */
export function createFileSums() {
  const whole = createHash("sha256");
  let [count, bytes, last] = [0, 0, ""];
  return {
    /** A stream through which the next file has to pass. */
    next(key: string): Transform {
      const own = createHash("sha256");
      let length = 0;
      return new Transform({
        transform(chunk: Buffer, _encoding, done) {
          own.update(chunk);
          length += chunk.length;
          done(null, chunk);
        },
        flush(done) {
          last = own.digest("hex");
          whole.update(`${key} ${length} ${last}\n`);
          count += 1;
          bytes += length;
          done();
        },
      });
    },
    /** The sum of the file that passed last. */
    last: () => last,
    total: () => ({ count, bytes, digest: whole.copy().digest("hex") }),
  };
}

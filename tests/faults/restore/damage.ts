import { readFile, writeFile } from "node:fs/promises";

type Damage = (from: string, to: string) => Promise<string>;

/** Changes one bit. @param share how far into the file */
export const flipAt =
  (share: number): Damage =>
  async (from, to) => {
    const bytes = await readFile(from);
    const at = Math.min(bytes.length - 1, Math.floor(bytes.length * share));
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0x04, at);
    await writeFile(to, bytes);
    return to;
  };

/** Leaves the beginning. @param share how much of it */
export const cutAt =
  (share: number): Damage =>
  async (from, to) => {
    const bytes = await readFile(from);
    await writeFile(to, bytes.subarray(0, Math.floor(bytes.length * share)));
    return to;
  };

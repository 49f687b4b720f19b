import { z } from "zod";

/** A version as it was shown, so that whoever decides about it later is told what has changed since. */
export interface Shown {
  id: string;
  revision: number;
  /** The active editor who had it. */
  editorId: string | null;
}

const nobody = "-";
const parts = z.tuple([
  z.uuid(),
  z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
  z.union([z.literal(nobody), z.uuid()]),
]);

/** As one value of a form. */
export const writeShown = ({ id, revision, editor }: { id: string; revision: number; editor: { id: string } | null }) =>
  `${id} ${revision} ${editor?.id ?? nobody}`;

/** Null for a value that no form of ours has. */
export function readShown(value: string): Shown | null {
  const read = parts.safeParse(value.split(" "));
  if (!read.success) return null;
  const [id, revision, editorId] = read.data;
  return { id, revision, editorId: editorId === nobody ? null : editorId };
}

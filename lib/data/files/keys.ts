import { randomUUID } from "node:crypto";

/** A key that nobody chose, with the ending of what is kept under it. */
export const newKey = (extension: string) => `${randomUUID()}.${extension}`;

const stemOf = (key: string) => key.replace(/\..*$/, "");

/** Where a picture is kept at one of its widths. */
export const keyOfWidth = (key: string, width: number) => `${stemOf(key)}-${width}.webp`;

/** Every key that a row stands for. */
export const keysOf = ({ key, widths }: { key: string; widths: readonly number[] }) => [
  key,
  ...widths.map((width) => keyOfWidth(key, width)),
];

// Only names of our making: the folder may hold somebody else's files as well.
const own = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:-\d{3,4})?\.[a-z0-9]+$/;

/** What the key of a row begins with, read from the name of a file. Null for a name that is not of our making. */
export const stemOfName = (name: string): string | null => own.exec(name)?.[1] ?? null;

/** Whose copy it is. */
export interface Holder {
  email: string;
  /** Null where we know no person by that address. */
  id: string | null;
  name: string;
}

/** A moment as any program reads it. */
export const momentOf = (moment: Date | null): string | null => moment?.toISOString() ?? null;

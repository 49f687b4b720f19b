import { z } from "zod";

const asked = z.object({ id: z.uuid(), width: z.coerce.number().int() });

/** Which file an address asks for, and how wide. Null for one that names none. */
export const readAskedFile = (parts: { id: string; width: string }) => asked.safeParse(parts).data ?? null;

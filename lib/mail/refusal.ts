import { z } from "zod";

const refusal = z.object({ responseCode: z.number().min(500).max(599), command: z.enum(["RCPT TO", "DATA"]) });

/** Whether a mail server will never take a letter for that mailbox. What it thinks of us and our sign-in is another matter. */
export const isRefusedForGood = (error: unknown): boolean => refusal.safeParse(error).success;

import { z } from "zod";
import { ok, refuse, type Result } from "#lib/domain/result.ts";

const address = z.email("Enter an e-mail address like name@council.gov.uk").max(254, "Enter a shorter e-mail address");

/** A work e-mail address, or another, as it was typed. @returns it, or what to tell whoever typed it */
export function readEmail(typed: string, what = "work e-mail address"): Result<string, string> {
  if (!typed) return refuse(`Enter your ${what}`);
  const read = address.safeParse(typed);
  return read.success ? ok(read.data) : refuse(read.error.issues[0]?.message ?? "");
}

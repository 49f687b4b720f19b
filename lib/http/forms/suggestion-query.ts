import { z } from "zod";
import type { Parameters } from "#lib/domain/listing/parameters.ts";
import { readText } from "../read-text.ts";

/** Which part of the list of suggestions and problems an address asks for. */
export interface AskedSuggestions {
  settled: boolean;
  /** Only suggested changes or only problems; null for both. */
  only: "changes" | "problems" | null;
  /** Only those about one case study. */
  caseStudyId: string | null;
  /** Counts from 1. */
  page: number;
}

const parts = ["changes", "problems"] as const;

/** Reads any address at all. What makes no sense asks for nothing. */
export function readSuggestions(asked: Parameters): AskedSuggestions {
  const only = readText(asked["only"], 10);
  return {
    settled: readText(asked["tab"], 10) === "settled",
    only: parts.find((one) => one === only) ?? null,
    caseStudyId: z.uuid().safeParse(readText(asked["about"], 36)).data ?? null,
    page: Number(/^[1-9]\d{0,4}$/.exec(readText(asked["page"], 6))?.[0] ?? 1),
  };
}

/** The same, as an address says it; "" for everything that is open. */
export function writeSuggestions({ settled, only, caseStudyId, page }: AskedSuggestions): string {
  return new URLSearchParams({
    ...(settled && { tab: "settled" }),
    ...(only && { only }),
    ...(caseStudyId && { about: caseStudyId }),
    ...(page > 1 && { page: String(page) }),
  }).toString();
}

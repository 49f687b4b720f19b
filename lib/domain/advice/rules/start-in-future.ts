import type { Rule } from "../rule.ts";

const calendar = new Intl.DateTimeFormat("en-GB", { year: "numeric", month: "2-digit", timeZone: "Europe/London" });

/** A start that is still to come. An end may well be. */
export const startInFuture: Rule = ({ template, answers, now }) =>
  template.sections.flatMap((section) =>
    section.questions
      .filter(({ kind, fact }) => kind === "month" && fact === "start")
      .flatMap(({ key, label }) => {
        const month = answers[key];
        if (typeof month !== "string" || !/^\d{4}-\d\d$/.test(month) || month <= monthOf(now)) return [];
        const message = `“${label}” is in the future. Check it, or leave it empty until it has come.`;
        return [{ section: section.key, question: key, message, excerpt: month }];
      }),
  );

function monthOf(now: Date): string {
  const parts = new Map(calendar.formatToParts(now).map(({ type, value }) => [type, value]));
  return `${parts.get("year")}-${parts.get("month")}`;
}

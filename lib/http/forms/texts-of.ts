/** What was typed in answers that could not be kept, as one text each. */
export const textsOf = (answers: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name,
      typeof answer === "string" ? answer : [answer].flat().map(lineOf).filter(Boolean).join("\n"),
    ]),
  );
const lineOf = (part: unknown) =>
  typeof part === "object" && part ? Object.values(part).filter(Boolean).join(", ") : String(part);

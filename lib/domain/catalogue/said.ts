const subjects: Record<string, string> = {
  topic: "topic",
  supportType: "support type",
  collection: "collection",
  council: "council",
  caseStudies: "case studies",
};

/** What a kept change did, in a sentence: its own, or else its kind and what it was about. */
export function saidBy({
  subject,
  subjectId,
  kind,
  after,
}: {
  subject: string;
  subjectId: string;
  kind: string;
  after: unknown;
}) {
  const said = (after as { said?: unknown } | null)?.said;
  return typeof said === "string" && said
    ? said
    : `Changed the ${subjects[subject] ?? subject} “${subjectId}”: ${kind}`;
}

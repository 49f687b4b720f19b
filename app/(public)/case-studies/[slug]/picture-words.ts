import type { CaseStudyPage } from "#lib/data/directory/case-studies.ts";
import { labelOf, questionFor } from "#lib/domain/template/templates.ts";

/** What stands on the picture of a case study. */
export interface PictureWords {
  title: string;
  by: string;
  facts: { name: string; label: string; outcome: string | null }[];
}

/** The words of a case study's picture: its title, whose it is, and what an officer looks for first. */
export function pictureWords({ template, facts, council }: CaseStudyPage): PictureWords {
  const known = (["outcome", "cost", "evidence"] as const).flatMap((fact) => {
    const [name, label] = [questionFor(template, fact)?.label, labelOf(template, fact, facts[fact])];
    return name && label ? [{ name, label, outcome: fact === "outcome" ? facts.outcome : null }] : [];
  });
  // A signpost answers none of these, but says whose pages it leads to.
  const elsewhere = facts.source
    ? [{ name: "Published elsewhere", label: new URL(facts.source.url).hostname.replace(/^www\./, ""), outcome: null }]
    : [];
  const by = [facts.organisation, council?.name].filter(Boolean).join(", ");
  return { title: facts.title, by, facts: [...known, ...elsewhere] };
}

/** The same for whoever cannot see the picture. */
export function pictureInWords(page: CaseStudyPage): string {
  const { title, by, facts } = pictureWords(page);
  const lines = [title, by, ...facts.map(({ name, label }) => `${name}: ${label}`)];
  return lines.filter(Boolean).join(". ");
}

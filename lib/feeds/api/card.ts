import { z } from "zod";
import type { Card } from "#lib/data/directory/listings.ts";
import { getTemplate, kindOf, labelOf } from "#lib/domain/template/templates.ts";
import { apiPaths } from "#lib/http/api/api-paths.ts";
import { paths } from "#lib/http/paths.ts";
import { printedAddress } from "#lib/http/site.ts";
import { address, choice, moment } from "./terms.ts";

export const card = z
  .strictObject({
    slug: z.string(),
    url: address("Its page."),
    api: address("All of it, for programs."),
    kind: z.string().meta({ description: "`case-study`, or `signpost` where the text lives elsewhere." }),
    title: z.string(),
    summary: z.string(),
    council: z.string().meta({ description: "The lead council or organisation by name; empty where none is named." }),
    councilType: z.union([z.string(), z.null()]).meta({ description: "A value of the filter `type`." }),
    outcome: z.union([choice, z.null()]),
    lead: z
      .union([z.strictObject({ group: z.enum(["topic", "support"]), slug: z.string(), name: z.string() }), z.null()])
      .meta({ description: "The topic or support type that an editor puts it under first of all." }),
    publishedAt: moment("When readers could first see it."),
  })
  .meta({ id: "Card", description: "A case study as a list shows it." });

/** One case study as a list shows it. */
export function cardBody({
  slug,
  template,
  title,
  summary,
  councilName,
  councilType,
  outcome,
  lead,
  publishedAt,
}: Card) {
  const label = labelOf(getTemplate(template), "outcome", outcome);
  return {
    slug,
    url: printedAddress(paths.caseStudy(slug)),
    api: printedAddress(apiPaths.caseStudy(slug)),
    kind: kindOf({ key: template }),
    title,
    summary,
    council: councilName,
    councilType,
    outcome: outcome && label ? { value: outcome, label } : null,
    lead,
    publishedAt: publishedAt.toISOString(),
  } satisfies z.output<typeof card>;
}

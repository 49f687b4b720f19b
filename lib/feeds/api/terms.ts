import { z } from "zod";

/** An address on this site: whole where the site knows its public name, otherwise from the slash on. */
export const address = (what: string) =>
  z.string().meta({
    format: "uri-reference",
    description: `${what} Whole where the site knows its public name, otherwise a path.`,
  });

export const moment = (what: string) => z.string().meta({ format: "date-time", description: what });
export const day = (what: string) => z.string().meta({ format: "date", description: what });

const slug = z.string().meta({ description: "The name in addresses. It is what a filter takes." });

export const term = z
  .strictObject({ slug, name: z.string() })
  .meta({ id: "Term", description: "Something a case study is filed under." });
export type Term = z.output<typeof term>;

export const placedTopic = z
  .strictObject({
    slug,
    name: z.string(),
    parent: z.union([term, z.null()]).meta({ description: "The topic it lies in." }),
  })
  .meta({ id: "PlacedTopic", description: "A topic with the topic it lies in." });

export const councilReference = z
  .strictObject({
    slug,
    name: z.string().meta({ description: "The name in full, such as Dorset Council." }),
    shortName: z.string().meta({ description: "The name as lists show it, such as Dorset." }),
    type: z.string().meta({ description: "The kind of council: a value of the filter `type`." }),
    region: z
      .union([z.string(), z.null()])
      .meta({ description: "The region or nation: a value of the filter `region`." }),
  })
  .meta({ id: "CouncilReference", description: "A council, as a case study names it." });

export const choice = z
  .strictObject({ value: z.string(), label: z.string().meta({ description: "What readers see." }) })
  .meta({ id: "Choice", description: "One of the answers a question offers." });

import { z } from "zod";
import type { CouncilEntry } from "#lib/data/directory/council-list.ts";
import type { Term } from "#lib/domain/listing/groups.ts";
import { regionSlug } from "#lib/domain/councils.ts";
import { paths } from "#lib/http/paths.ts";
import { printedAddress } from "#lib/http/site.ts";
import { address, day } from "./terms.ts";

const count = z.int().min(0).meta({ description: "How many published case studies it has." });
const named = { slug: z.string(), name: z.string(), url: address("Its page.") };
const listOf = (item: z.ZodObject, id: string, description: string) =>
  z.strictObject({ items: z.array(item) }).meta({ id, description });

const topic = z
  .strictObject({
    ...named,
    parent: z.union([z.string(), z.null()]).meta({ description: "The slug of the topic it lies in." }),
    count,
  })
  .meta({ id: "Topic", description: "What a case study can be about." });
const supportType = z
  .strictObject({ ...named, count })
  .meta({ id: "SupportType", description: "The kind of help behind a case study." });
const council = z
  .strictObject({
    ...named,
    shortName: z.string(),
    type: z.string().meta({ description: "A value of the filter `type`." }),
    region: z.union([z.string(), z.null()]).meta({ description: "A value of the filter `region`." }),
    sizeBand: z.union([z.string(), z.null()]).meta({ description: "How many people live there, such as `100k-200k`." }),
    ruralUrban: z.union([z.string(), z.null()]),
    endedOn: z.union([day("When it was replaced by others."), z.null()]),
    predecessors: z.array(z.string()).meta({ description: "Slugs of the councils it replaced." }),
    successors: z.array(z.string()).meta({ description: "Slugs of the councils that replaced it." }),
    count,
  })
  .meta({ id: "Council", description: "A council, of today or since 2009." });
const collection = z
  .strictObject({
    ...named,
    introduction: z.string(),
    caseStudies: z.array(z.string()).meta({ description: "Slugs of what is in it, in its editors’ order." }),
  })
  .meta({ id: "Collection", description: "Case studies that editors have put together." });

export const topicList = listOf(topic, "TopicList", "Every topic, each before those within it.");
export const supportTypeList = listOf(supportType, "SupportTypeList", "Every support type.");
export const councilList = listOf(council, "CouncilList", "Every council, by name.");
export const collectionList = listOf(collection, "CollectionList", "Every collection, in its editors’ order.");

type Counts = ReadonlyMap<string, number>;

export const topicsBody = (topics: readonly Term[], counts: Counts): { items: z.output<typeof topic>[] } => ({
  items: topics.map(({ slug, name, parent }) => ({
    ...{ slug, name, url: printedAddress(paths.topic(slug)) },
    parent: parent ?? null,
    count: counts.get(slug) ?? 0,
  })),
});

export const supportTypesBody = (
  types: readonly Term[],
  counts: Counts,
): { items: z.output<typeof supportType>[] } => ({
  items: types.map(({ slug, name }) => ({
    ...{ slug, name, url: printedAddress(paths.supportType(slug)) },
    count: counts.get(slug) ?? 0,
  })),
});

export const councilsBody = (councils: readonly CouncilEntry[]): { items: z.output<typeof council>[] } => ({
  items: councils.map(({ nation, region, endedOn, ...rest }) => ({
    ...rest,
    url: printedAddress(paths.council(rest.slug)),
    region: regionSlug(nation, region),
    endedOn: endedOn?.toISOString().slice(0, 10) ?? null,
  })),
});

export const collectionsBody = (
  collections: readonly { slug: string; name: string; introduction: string; slugs: readonly string[] }[],
): { items: z.output<typeof collection>[] } => ({
  items: collections.map(({ slug, name, introduction, slugs }) => ({
    ...{ slug, name, url: printedAddress(paths.collection(slug)) },
    introduction,
    caseStudies: [...slugs],
  })),
});

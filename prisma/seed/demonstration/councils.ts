import { db } from "#lib/data/db.ts";
import { slugOf } from "#lib/domain/slug.ts";
import rows from "../example-councils.json" with { type: "json" };

/** An invented council, with the places its stories happen in. */
export interface ExampleCouncil {
  id: string;
  shortName: string;
  name: string;
  type: string;
  nation: string;
  region: string | null;
  sizeBand: string | null;
  ruralUrban: string | null;
  places: { council: string; Council: string; town: string; town2: string; village: string };
}

/** Every invented council is marked, so that nobody takes one for a real one. */
export const exampleCouncils: readonly ExampleCouncil[] = (rows as string[][]).map(
  ([
    short = "",
    type = "",
    nation = "",
    region,
    sizeBand,
    ruralUrban,
    name = "",
    town = "",
    town2 = "",
    village = "",
  ]) => ({
    id: slugOf(short),
    shortName: `${short} (example)`,
    name: `${name} (example)`,
    type,
    nation,
    region: region || null,
    sizeBand: sizeBand || null,
    ruralUrban: ruralUrban || null,
    places: { council: short.replace(/ Fire$/, ""), Council: name, town, town2, village },
  }),
);

/** Adds the invented councils to the list of councils. */
export async function addExampleCouncils(): Promise<void> {
  const data = exampleCouncils.map(({ id, shortName, name, type, nation, region, sizeBand, ruralUrban }) => {
    return { id, slug: id, shortName, name, type, nation, region, sizeBand, ruralUrban, example: true };
  });
  await db.council.createMany({ data, skipDuplicates: true });
}

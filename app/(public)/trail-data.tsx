import { JsonLd } from "#components/machines/json-ld.tsx";
import type { Crumb } from "#components/ui/breadcrumbs.tsx";
import { breadcrumbData } from "#lib/feeds/linked-data/lists.ts";
import { readOrigin } from "./origin.ts";

/** Where a page stands, for machines: the pages above it, and itself last. */
export async function TrailData({ trail }: { trail: readonly Crumb[] }) {
  return <JsonLd data={breadcrumbData(await readOrigin(), trail)} />;
}

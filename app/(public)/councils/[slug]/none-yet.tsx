import { longDate } from "#components/ui/words.ts";
import type { CouncilPage } from "#lib/data/directory/councils.ts";
import { councilsOfType, regionName, regionSlug } from "#lib/domain/councils.ts";
import { paths } from "#lib/http/paths.ts";

/** "the North East", as one says it. */
const spoken = (region: string) => (/^(North|South|East|West) /.test(region) ? `the ${region}` : region);

/** Where to go from a council without case studies: to those like it, or to what replaced it. */
export function NoneYet(council: CouncilPage) {
  return council.endedOn ? <Ended {...council} endedOn={council.endedOn} /> : <Living {...council} />;
}

function Ended({ shortName, endedOn, after }: CouncilPage & { endedOn: Date }) {
  return (
    <p className="max-w-prose pt-6">
      No case studies from {shortName}. It ended on {longDate(endedOn)}.{after.length > 0 && " See "}
      {after.map(({ slug, name, count }, index) => (
        <span key={slug}>
          {index > 0 && ", "}
          <a href={paths.council(slug)}>{name}</a> ({count})
        </span>
      ))}
      {after.length > 0 && "."}
    </p>
  );
}

function Living({ shortName, nation, region, type }: CouncilPage) {
  const [place, kind] = [regionSlug(nation, region), councilsOfType(type)];
  return (
    <p className="max-w-prose pt-6">
      No case studies from {shortName} yet.
      {(place ?? kind) && " See others from "}
      {place && <a href={paths.chosen("region", place)}>{spoken(regionName(place) ?? "")}</a>}
      {place && kind && ", or from "}
      {kind && <a href={paths.chosen("type", type)}>other {kind}</a>}
      {(place ?? kind) && "."}
    </p>
  );
}

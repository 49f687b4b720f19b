import type { Catalogue } from "#lib/domain/listing/groups.ts";
import { everyOf } from "#lib/domain/alerts/frequencies.ts";
import { readFilters } from "#lib/domain/alerts/query.ts";
import { chipsOf } from "#lib/domain/listing/chips.ts";
import type { OwnAlert as Alert } from "#lib/data/submissions/mine.ts";
import { paths } from "#lib/http/paths.ts";

/** One alert on its owner's list, with the page where it is changed or stopped. */
export function OwnAlert({ alert, catalogue }: { alert: Alert; catalogue: Catalogue }) {
  const { query } = readFilters(alert.query, catalogue);
  const matches = [...(query.q ? [`“${query.q}”`] : []), ...chipsOf(query, catalogue).map(({ name }) => name)];
  return (
    <>
      <p>
        <a href={paths.alert(alert.token)}>{matches.join(", ") || "Every new case study"}</a>
      </p>
      <p className="text-small text-soft">
        {alert.confirmed ? `A letter ${everyOf(alert.frequency)}, if there is something new` : "Not confirmed yet"}
      </p>
    </>
  );
}

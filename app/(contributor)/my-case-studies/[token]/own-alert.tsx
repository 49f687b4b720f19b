import type { Catalogue } from "#lib/domain/listing/groups.ts";
import { everyOf } from "#lib/domain/alerts/frequencies.ts";
import { filtersInWords } from "#lib/domain/alerts/query.ts";
import type { OwnAlert as Alert } from "#lib/data/submissions/mine.ts";
import { paths } from "#lib/http/paths.ts";

/** One alert on its owner's list, with the page where it is changed or stopped. */
export function OwnAlert({ alert, catalogue }: { alert: Alert; catalogue: Catalogue }) {
  return (
    <>
      <p>
        <a href={paths.alert(alert.token)}>{filtersInWords(alert.query, catalogue)}</a>
      </p>
      <p className="text-small text-soft">
        {alert.confirmed ? `An e-mail ${everyOf(alert.frequency)}, if there is something new` : "Not confirmed yet"}
      </p>
    </>
  );
}

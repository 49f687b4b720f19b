import { longDate } from "#components/ui/words.ts";
import { paths } from "#lib/http/paths.ts";

interface Confirmed {
  personId: string;
  name: string;
  email: string;
  councilId: string;
  council: string;
  confirmedAt: Date;
  confirmedBy: string;
}

/** Who speaks for which council. */
export function ContributorList({ contributors }: { contributors: readonly Confirmed[] }) {
  return (
    <ul className="border-t-[3px] border-ink">
      {contributors.map(({ personId, councilId, ...one }) => (
        <li
          key={`${personId} ${councilId}`}
          className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line py-3"
        >
          <div className="min-w-0">
            <p>
              <b>{one.council}</b>
            </p>
            <p className="text-small">{one.name ? `${one.name}, ${one.email}` : one.email}</p>
            <p className="text-small text-soft">
              Confirmed {longDate(one.confirmedAt)}
              {one.confirmedBy && ` by ${one.confirmedBy}`}
            </p>
          </div>
          <form method="post" action={`${paths.people}/unconfirm`}>
            <input type="hidden" name="person" value={personId} />
            <input type="hidden" name="council" value={councilId} />
            <button type="submit" className="link-button text-small">
              Undo
              <span className="sr-only">
                {" "}
                that {one.name || one.email} speaks for {one.council}
              </span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}

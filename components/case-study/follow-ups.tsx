import { longDate } from "#components/ui/words.ts";
import { shownAt } from "#lib/domain/london-time.ts";
import { yearsOnInWords } from "#lib/domain/upkeep/enquiries.ts";

export interface FollowUp {
  id: string;
  text: string;
  /** When the council wrote it. */
  toldAt: Date;
  /** How many years after it was published. */
  years: number;
}

/** What the council says happened next, in the order of time. */
export function FollowUps({ followUps }: { followUps: readonly FollowUp[] }) {
  if (!followUps.length) return null;
  return (
    <section aria-labelledby="next" className="mt-10">
      <h2 id="next" className="mb-3">
        What happened next
      </h2>
      {followUps.map(({ id, text, toldAt, years }) => (
        <div key={id} className="prose mt-4 border-l-[6px] border-line pl-5">
          <h3>
            {yearsOnInWords(years)}, <time dateTime={shownAt(toldAt)[0]}>{longDate(toldAt)}</time>
          </h3>
          <p className="whitespace-pre-wrap">{text}</p>
        </div>
      ))}
    </section>
  );
}

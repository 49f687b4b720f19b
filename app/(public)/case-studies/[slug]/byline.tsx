import { Dotted } from "#components/ui/dotted.tsx";
import { monthOf } from "#components/ui/words.ts";
import { kindOf, regionName, regionSlug } from "#lib/domain/councils.ts";
import { shownAt } from "#lib/domain/london-time.ts";
import { paths } from "#lib/http/paths.ts";
import type { CaseStudyProps } from "./case-study.tsx";

/** Whose work it is and when it was published. Where the contact stands far below, the way there too. */
export function Byline({ council, facts, publishedAt, contact }: CaseStudyProps) {
  const kind = council && kindOf(council.type, regionName(regionSlug(council.nation, council.region)));
  return (
    <p className="mt-3 max-w-lead text-small text-soft">
      <Dotted>
        {facts.organisation && <b className="text-ink">{facts.organisation}</b>}
        {council && (
          <a href={paths.council(council.slug)} className="font-bold">
            {council.name}
          </a>
        )}
        {kind}
        <>
          {"Published\u00a0"}
          <time dateTime={shownAt(publishedAt)[0]}>{monthOf(publishedAt)}</time>
        </>
      </Dotted>
      {contact && (
        <span className="desktop:hidden print:hidden">
          {"\u00a0· "}
          <a href="#ask" className="inline-block py-0.5">
            Contact
          </a>
        </span>
      )}
    </p>
  );
}

import { longDate } from "#components/ui/words.ts";
import type { EnquiryInHand } from "#lib/data/upkeep/enquiries.ts";
import { paths } from "#lib/http/paths.ts";

/** What the question is about: the page, and what it says of whoever is asked. */
export function AskedAbout({ enquiry: { kind, facts, slug, reviewBy, contact } }: { enquiry: EnquiryInHand }) {
  return (
    <div className="prose mb-8">
      <p>{facts.summary}</p>
      {slug && (
        <p>
          <a href={paths.caseStudy(slug)}>Read the page as readers see it</a>
        </p>
      )}
      {contact && (
        <p>
          Its page names this contact: <b>{[contact.name, contact.email, contact.phone].filter(Boolean).join(", ")}</b>.
          If that is not you, say so below and readers are no longer shown it.
        </p>
      )}
      {kind === "review" && reviewBy && <p>It is to be looked at again by {longDate(reviewBy)}.</p>}
    </div>
  );
}

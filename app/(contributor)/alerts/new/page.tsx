import { HowOften } from "#components/alerts/how-often.tsx";
import { InForce } from "#components/alerts/in-force.tsx";
import { EmailField } from "#components/form/email-field.tsx";
import { ErrorSummary } from "#components/form/error-summary.tsx";
import { Trap } from "#components/form/trap.tsx";
import { PrivacyNote } from "#components/privacy/privacy-note.tsx";
import { PrivatePage } from "#components/site/private-page.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { longestQuery } from "#lib/domain/alerts/limits.ts";
import { filtersOf, matchable } from "#lib/domain/alerts/query.ts";
import { chipsOf } from "#lib/domain/listing/chips.ts";
import type { ListingQuery } from "#lib/domain/listing/query.ts";
import { ignoresAnything, readListing } from "#lib/domain/listing/read.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";

/** Asks where to send what a list will show next. Its address says what the list is of. */
export default async function NewAlertPage({ searchParams }: PageProps<"/alerts/new">) {
  const { attempt: id, ...parameters } = await searchParams;
  const catalogue = await getCatalogue();
  const { query: asked, ignored } = readListing(parameters, catalogue);
  const query = matchable(asked);
  const filters = filtersOf(query);
  if (filters.length > longestQuery) return <TooLong query={query} />;

  const attempt = await findAttempt(readText(id, 36), paths.newAlert(query));
  const typed = { email: "", frequency: "daily", website: "", ...attempt?.typed };
  const errors = attempt?.errors ?? {};
  return (
    <PrivatePage title="E-mail me new matches" section="case-studies" failed={Boolean(attempt)}>
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      {ignoresAnything(ignored) && (
        <div className="mb-6">
          <Notice heading="Part of this address could not be used">
            <p>The alert leaves it out. What it does match is below.</p>
          </Notice>
        </div>
      )}
      {(asked.from ?? asked.to) !== null && (
        <div className="mb-6">
          <Notice heading="Months are left out">
            <p>We write about what is published from now on, whatever months the list is of.</p>
          </Notice>
        </div>
      )}
      <div id="matches" className="prose mb-8">
        <InForce
          begin="We write to you about"
          words={query.q}
          filters={chipsOf(query, catalogue).map(({ name }) => name)}
        />
        <p>
          <a href={paths.listing({ ...query, page: 1 })}>See what matches now, or change it</a>
        </p>
      </div>
      <form method="post" action={paths.sendNewAlert} noValidate>
        <input type="hidden" name="query" value={filters} />
        <Trap name="website" value={typed.website} />
        <PrivacyNote about="alert" />
        <EmailField label="E-mail address" value={typed.email} error={errors["email"]} />
        <HowOften chosen={typed.frequency} error={errors["frequency"]} />
        <button type="submit" className="button">
          Send me an e-mail to confirm
        </button>
      </form>
    </PrivatePage>
  );
}

function TooLong({ query }: { query: ListingQuery }) {
  return (
    <PrivatePage title="This search is too long for an alert" section="case-studies">
      <p className="prose">
        <a href={paths.listing({ ...query, page: 1 })}>Go back to the list</a>, use fewer words or filters, and ask
        again.
      </p>
    </PrivatePage>
  );
}

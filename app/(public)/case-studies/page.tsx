import { AlertLink } from "#components/listing/alert-link.tsx";
import { CardList } from "#components/listing/card-list.tsx";
import { Chips, chipsOf } from "#components/listing/chips.tsx";
import { CouncilNamed } from "#components/listing/results/council-named.tsx";
import { Empty } from "#components/listing/results/empty.tsx";
import { filterForm, Filters } from "#components/listing/filters/filters.tsx";
import { Ignored } from "#components/listing/ignored.tsx";
import { DressLinks, OtherDress } from "#components/listing/other-dress.tsx";
import { PageLinks } from "#components/listing/page-links.tsx";
import { ResultsHead, resultsHeading } from "#components/listing/results/results-head.tsx";
import { SearchBox } from "#components/listing/search-box.tsx";
import { Understood } from "#components/listing/results/understood.tsx";
import { FinishedPage } from "#components/site/finished-page.tsx";
import { GateSays } from "#components/site/gate-says.tsx";
import { Intro } from "#components/site/intro.tsx";
import { PrintLine } from "#components/site/print-line.tsx";
import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { findCouncilSearchedFor } from "#lib/data/directory/councils.ts";
import { isIndexable, pageSize, type ListingQuery } from "#lib/domain/listing/query.ts";
import { asMeant } from "#lib/domain/search/corrected.ts";
import { ignoresAnything, readListing, typedNames } from "#lib/domain/listing/read.ts";
import { addressOf } from "#lib/domain/listing/write.ts";
import { paths } from "#lib/http/paths.ts";
import { wholeAddress } from "../origin.ts";
import { ListData } from "./list-data.tsx";
import { readResults } from "./results.ts";
import { titleOf } from "./title.ts";
import { readWaysOut } from "./ways-out.ts";

const longestAddress = 2000;
const longestTyped = 100;

export default async function CaseStudiesPage({ searchParams }: PageProps<"/case-studies">) {
  const catalogue = await getCatalogue();
  const { query, ignored, unread, moved } = readListing(await searchParams, catalogue);
  if (moved) return <GateSays status={301} location={addressOf(query)} />;

  const [results, named] = await Promise.all([readResults(query, catalogue), findCouncilSearchedFor(query.q)]);
  const { cards, total, counts, corrected } = results;
  const council = named ?? (corrected.length ? await findCouncilSearchedFor(asMeant(query.q, corrected)) : null);
  const chips = chipsOf(query, catalogue);
  const last = Math.ceil(total / pageSize);
  const beyond = total > 0 && cards.length === 0;
  // Nobody keeps an address as long as this, and the page would hold it a dozen times.
  const short = addressOf(query).length <= longestAddress;
  // Nobody types more than this from a sheet, which says what the list was filtered by.
  const onPaper = addressOf(query).length <= longestTyped ? paths.listing(query) : paths.listing();
  const whole = !ignoresAnything(ignored) && !beyond;

  return (
    <FinishedPage
      title={titleOf(query, chips)}
      description="What councils tried, what it cost and what came of it, in their own words and checked by an editor."
      canonical={await wholeAddress(addressOf(query))}
      indexed={whole && isIndexable(query)}
      store={whole}
      found={query.q && query.page === 1 ? total : undefined}
      section="case-studies"
      forMachines={
        <>
          {short && <DressLinks query={query} indexed={isIndexable(query)} />}
          {isIndexable(query) && <ListData query={query} cards={results.rows} total={total} />}
        </>
      }
    >
      <Intro
        heading="Case studies"
        lead="What councils tried, what it cost and what came of it, in their own words and checked by an editor."
      >
        <SearchBox words={query.q} form={filterForm} />
      </Intro>
      <div className="band results">
        <div>
          <a href="#list" className="skip-link">
            Skip to results
          </a>
          <ResultsHead query={query} total={total} />
          <Ignored {...ignored} correct={typedNames.find((name) => unread[name] !== undefined)} />
          <Chips chips={chips} />
          {council && <CouncilNamed {...council} />}
          <Understood query={query} {...results} />
          {short && <AlertLink query={query} />}
        </div>
        <div className="beside">
          <Filters query={query} catalogue={catalogue} counts={counts} unread={unread} />
        </div>
        <div id="list" tabIndex={-1}>
          <CardList
            labelledBy={resultsHeading}
            cards={cards}
            start={(query.page - 1) * pageSize + 1}
            found={query.q !== ""}
          />
          {total === 0 && <Empty {...await readWaysOut(query, chips, results)} />}
          {beyond && <Beyond query={query} last={last} />}
          <PageLinks query={query} total={total} />
          {short && <OtherDress query={query} />}
          {cards.length > 0 && <PrintLine path={onPaper} which={`Page ${query.page} of ${last}`} />}
        </div>
      </div>
    </FinishedPage>
  );
}

function Beyond({ query, last }: { query: ListingQuery; last: number }) {
  return (
    <p className="pt-6">
      There is no page {query.page} of this list.{" "}
      <a href={paths.listing({ ...query, page: last })}>Go to its last page, {last}</a>.
    </p>
  );
}

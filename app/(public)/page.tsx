import { SearchForm } from "#components/listing/search-form.tsx";
import { CountedLinks } from "#components/site/counted-links.tsx";
import { Intro } from "#components/site/intro.tsx";
import { JsonLd } from "#components/machines/json-ld.tsx";
import { Newest } from "#components/site/newest.tsx";
import { FinishedPage } from "#components/site/finished-page.tsx";
import { figure } from "#components/ui/words.ts";
import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { countPublished, listCards } from "#lib/data/directory/listings.ts";
import { everything } from "#lib/domain/listing/query.ts";
import { siteData } from "#lib/feeds/linked-data/site.ts";
import { paths } from "#lib/http/paths.ts";
import { cardsFrom } from "./cards.ts";
import { readOrigin, wholeAddress } from "./origin.ts";

const lead =
  "A public record of the work of local government: the problem, the money, the result, and somebody to ask. Also when it did not work.";

export default async function HomePage() {
  const [catalogue, { total, counts }, newest] = await Promise.all([
    getCatalogue(),
    countPublished(),
    listCards(everything, 5),
  ]);
  const topics = catalogue.topic
    .filter(({ parent }) => !parent)
    .map(({ slug, name }) => ({ path: paths.topic(slug), name, count: counts.topic.get(slug) ?? 0 }));

  return (
    <FinishedPage
      title="Case studies from local government"
      description={lead}
      canonical={await wholeAddress(paths.home)}
    >
      <Intro heading="What councils tried, and what came of it" lead={lead}>
        <SearchForm />
        <p className="no-print mt-3 text-small">
          Or <a href={paths.councils}>find your council</a>
        </p>
      </Intro>
      <div className="band grid gap-x-14 gap-y-12 pt-12 desktop:grid-cols-[minmax(0,1fr)_21rem]">
        <Newest heading="Newest" cards={cardsFrom(newest)} total={total} all={paths.listing()} />
        <section aria-labelledby="topics" className="desktop:order-last">
          <h2 id="topics" className="border-b-[3px] border-ink pb-3">
            By topic
          </h2>
          <CountedLinks links={topics} />
          <p className="pt-5">
            <a href={paths.councils}>By council</a>, <a href={paths.supportTypes}>by support type</a> or{" "}
            <a href={paths.collections}>by collection</a>
          </p>
        </section>
      </div>
      <Invitation total={total} />
      <JsonLd data={siteData(await readOrigin(), paths.listing())} />
    </FinishedPage>
  );
}

function Invitation({ total }: { total: number }) {
  return (
    <section aria-labelledby="submit" className="no-print mt-16 -mb-16 bg-wash">
      <div className="band py-12">
        <h2 id="submit">Has your council tried something?</h2>
        <p className="mt-3 max-w-prose">
          {total > 1 && `${figure(total)} case studies are here because somebody wrote one down. `}
          It takes an hour or two, an editor helps, and work that did not come off is as welcome as work that did.
        </p>
        <p className="mt-6">
          <a href={paths.submit} className="button">
            How to submit a case study
          </a>
        </p>
      </div>
    </section>
  );
}

import { AsideGroup } from "#components/case-study/aside.tsx";
import { FeedLink } from "#components/listing/other-dress.tsx";
import { ErrorPage } from "#components/site/error-page.tsx";
import { GateSays } from "#components/site/gate-says.tsx";
import { Intro } from "#components/site/intro.tsx";
import { Newest } from "#components/site/newest.tsx";
import { FinishedPage } from "#components/site/finished-page.tsx";
import { longDate } from "#components/ui/words.ts";
import { readFormerSlugs } from "#lib/data/catalogue/former-slugs.ts";
import { findCouncil } from "#lib/data/directory/councils.ts";
import { countTotal, listAsPartner, listCards } from "#lib/data/directory/listings.ts";
import { kindOf, regionName, regionSlug, ruralUrbanName, sizeBandName } from "#lib/domain/councils.ts";
import { alikeTo, everything } from "#lib/domain/listing/query.ts";
import { paths } from "#lib/http/paths.ts";
import { wholeAddress } from "../../origin.ts";
import { cardsFrom } from "../../cards.ts";
import { TrailData } from "../../trail-data.tsx";
import { NoneYet } from "./none-yet.tsx";

/** How many are shown of what it did with others, and of what came from the councils before it: the page has its weight. */
const fewer = 5;

export default async function CouncilPage({ params }: PageProps<"/councils/[slug]">) {
  const { slug } = await params;
  const council = await findCouncil(slug);
  if (!council) {
    const now = (await readFormerSlugs()).council.get(slug);
    return now ? <GateSays status={301} location={paths.council(now)} /> : <ErrorPage about={404} status={404} />;
  }

  const query = { ...everything, council: [council.slug] };
  const inherited = { ...everything, council: council.earlier };
  const [cards, total, withOthers, older, olderTotal] = await Promise.all([
    listCards(query),
    countTotal(query),
    listAsPartner(council.id, fewer),
    council.earlier.length ? listCards(inherited, fewer) : [],
    council.earlier.length ? countTotal(inherited) : 0,
  ]);
  const kind = kindOf(council.type, regionName(regionSlug(council.nation, council.region)));
  const trail = [{ name: "Councils", path: paths.councils }];
  return (
    <FinishedPage
      title={council.name}
      description={`${council.name}: its case studies.`}
      canonical={await wholeAddress(paths.council(council.slug))}
      section="councils"
      forMachines={
        <>
          <FeedLink query={query} of={council.name} />
          <TrailData trail={[...trail, { name: council.name, path: paths.council(council.slug) }]} />
        </>
      }
    >
      <Intro
        heading={council.name}
        lead={council.endedOn ? `Until ${longDate(council.endedOn)}` : kind}
        trail={trail}
      />
      <div className="band grid gap-x-14 gap-y-10 pt-10 desktop:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="flex flex-col gap-12">
          <Newest
            heading="Case studies"
            cards={cardsFrom(cards)}
            total={total}
            all={paths.chosen("council", council.slug)}
            about={`from ${council.shortName}`}
            query={query}
            none={<NoneYet {...council} />}
          />
          {withOthers.total > 0 && (
            <Newest
              id="with-others"
              heading="With other councils"
              cards={cardsFrom(withOthers.cards)}
              total={withOthers.total}
              all={paths.listing({ q: `"${council.name}"`, sort: "newest" })}
              allWords={`Everything that names ${council.shortName}, and more of what it did with others`}
            />
          )}
          {olderTotal > 0 && (
            <Newest
              id="earlier"
              heading="From the councils before it"
              cards={cardsFrom(older)}
              total={olderTotal}
              all={paths.listing(inherited)}
              about={`from before ${council.shortName}`}
            />
          )}
        </div>
        <aside aria-label="About this council" className="flex flex-col gap-8">
          <AsideGroup heading="About this council">
            <p>{kind}</p>
            {council.sizeBand && <p>{sizeBandName(council.sizeBand)}</p>}
            {council.ruralUrban && <p>{ruralUrbanName(council.ruralUrban)}</p>}
            <p className="mt-2">
              <a href={paths.listing(alikeTo(everything, council.slug))}>Case studies from councils like this one</a>
            </p>
          </AsideGroup>
          <Related heading="Before it" councils={council.before} />
          <Related heading="After it" councils={council.after} />
        </aside>
      </div>
    </FinishedPage>
  );
}

function Related({ heading, councils }: { heading: string; councils: readonly { slug: string; name: string }[] }) {
  if (!councils.length) return null;
  return (
    <AsideGroup heading={heading}>
      <ul>
        {councils.map(({ slug, name }) => (
          <li key={slug}>
            <a href={paths.council(slug)}>{name}</a>
          </li>
        ))}
      </ul>
    </AsideGroup>
  );
}

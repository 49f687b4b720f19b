import { AsideGroup } from "#components/case-study/aside.tsx";
import { ErrorPage } from "#components/site/error-page.tsx";
import { Intro } from "#components/site/intro.tsx";
import { Newest } from "#components/site/newest.tsx";
import { FinishedPage } from "#components/site/finished-page.tsx";
import { longDate } from "#components/ui/words.ts";
import { findCouncil } from "#lib/data/directory/councils.ts";
import { countTotal, listCards } from "#lib/data/directory/listings.ts";
import { kindOf, regionName, regionSlug, ruralUrbanName, sizeBandName } from "#lib/domain/councils.ts";
import { alikeTo, everything } from "#lib/domain/listing/query.ts";
import { paths } from "#lib/http/paths.ts";
import { wholeAddress } from "../../origin.ts";
import { cardsFrom } from "../../cards.ts";
import { TrailData } from "../../trail-data.tsx";
import { NoneYet } from "./none-yet.tsx";

export default async function CouncilPage({ params }: PageProps<"/councils/[slug]">) {
  const council = await findCouncil((await params).slug);
  if (!council) return <ErrorPage about={404} status={404} />;

  const query = { ...everything, council: [council.slug] };
  const [cards, total] = await Promise.all([listCards(query), countTotal(query)]);
  const kind = kindOf(council.type, regionName(regionSlug(council.nation, council.region)));
  const trail = [{ name: "Councils", path: paths.councils }];
  return (
    <FinishedPage
      title={council.name}
      description={`${council.name}: its case studies.`}
      canonical={await wholeAddress(paths.council(council.slug))}
      section="councils"
      forMachines={<TrailData trail={[...trail, { name: council.name, path: paths.council(council.slug) }]} />}
    >
      <Intro
        heading={council.name}
        lead={council.endedOn ? `Until ${longDate(council.endedOn)}` : kind}
        trail={trail}
      />
      <div className="band grid gap-x-14 gap-y-10 pt-10 desktop:grid-cols-[minmax(0,1fr)_18rem]">
        <Newest
          heading="Case studies"
          cards={cardsFrom(cards)}
          total={total}
          all={paths.chosen("council", council.slug)}
          about={`from ${council.shortName}`}
          query={query}
          none={<NoneYet {...council} />}
        />
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

import { FeedLink } from "#components/listing/other-dress.tsx";
import { ErrorPage } from "#components/site/error-page.tsx";
import { GateSays } from "#components/site/gate-says.tsx";
import { Intro } from "#components/site/intro.tsx";
import { Newest } from "#components/site/newest.tsx";
import { FinishedPage } from "#components/site/finished-page.tsx";
import { counted } from "#components/ui/words.ts";
import { countTotal, listCards } from "#lib/data/directory/listings.ts";
import { findSupportType } from "#lib/data/directory/terms.ts";
import { everything } from "#lib/domain/listing/query.ts";
import { paths } from "#lib/http/paths.ts";
import { wholeAddress } from "../../origin.ts";
import { cardsFrom } from "../../cards.ts";
import { TrailData } from "../../trail-data.tsx";

export default async function SupportTypePage({ params }: PageProps<"/support-types/[slug]">) {
  const { slug: asked } = await params;
  const type = await findSupportType(asked);
  if (!type) return <ErrorPage about={404} status={404} />;
  if (type.slug !== asked) return <GateSays status={301} location={paths.supportType(type.slug)} />;

  const query = { ...everything, support: [type.slug] };
  const [cards, total] = await Promise.all([listCards(query), countTotal(query)]);
  const lead = `${counted(total, "case study", "case studies")} with this kind of help behind the work.`;
  const trail = [{ name: "Support types", path: paths.supportTypes }];
  return (
    <FinishedPage
      title={type.name}
      description={`${type.name}: ${lead}`}
      canonical={await wholeAddress(paths.supportType(type.slug))}
      forMachines={
        <>
          <FeedLink query={query} of={type.name} />
          <TrailData trail={[...trail, { name: type.name, path: paths.supportType(type.slug) }]} />
        </>
      }
    >
      <Intro heading={type.name} lead={lead} trail={trail} />
      <div className="band pt-10">
        <Newest
          heading="Newest"
          cards={cardsFrom(cards)}
          total={total}
          all={paths.chosen("support", type.slug)}
          about={`with ${type.name}`}
          query={query}
        />
      </div>
    </FinishedPage>
  );
}

import { AlertLink } from "#components/listing/alert-link.tsx";
import { CardList } from "#components/listing/card-list.tsx";
import { ErrorPage } from "#components/site/error-page.tsx";
import { GateSays } from "#components/site/gate-says.tsx";
import { Intro } from "#components/site/intro.tsx";
import { FinishedPage } from "#components/site/finished-page.tsx";
import { counted } from "#components/ui/words.ts";
import { readFormerSlugs } from "#lib/data/catalogue/former-slugs.ts";
import { listCardsOf } from "#lib/data/directory/listings.ts";
import { findCollection, findRetiredCollection } from "#lib/data/directory/terms.ts";
import { everything } from "#lib/domain/listing/query.ts";
import { paths } from "#lib/http/paths.ts";
import { wholeAddress } from "../../origin.ts";
import { cardsFrom } from "../../cards.ts";
import { TrailData } from "../../trail-data.tsx";

export default async function CollectionPage({ params }: PageProps<"/collections/[slug]">) {
  const asked = (await params).slug;
  const collection = await findCollection(asked);
  if (!collection) return <Elsewhere slug={asked} />;

  const { slug, name, introduction, slugs } = collection;
  const cards = await listCardsOf(slugs);
  const trail = [{ name: "Collections", path: paths.collections }];
  return (
    <FinishedPage
      title={name}
      description={introduction}
      canonical={await wholeAddress(paths.collection(slug))}
      forMachines={<TrailData trail={[...trail, { name, path: paths.collection(slug) }]} />}
    >
      <Intro heading={name} lead={introduction} trail={trail} />
      <div className="band pt-10">
        <h2 id="collection" className="border-b-[3px] border-ink pb-3">
          {counted(cards.length, "case study", "case studies")}
        </h2>
        <CardList labelledBy="collection" cards={cardsFrom(cards)} />
        {cards.length > 0 && (
          <p className="pt-6">
            <a href={paths.chosen("collection", slug)}>Filter this collection</a>
          </p>
        )}
        <AlertLink query={{ ...everything, collection: [slug] }} />
      </div>
    </FinishedPage>
  );
}

/** An address that a collection has no more, or that none ever had. */
async function Elsewhere({ slug }: { slug: string }) {
  const retired = await findRetiredCollection(slug);
  const now = retired ? undefined : (await readFormerSlugs()).collection.get(slug);
  const to = retired?.kind === "moved" ? retired.to : now && paths.collection(now);
  if (to) return <GateSays status={301} location={to} />;
  const status = retired ? 410 : 404;
  return <ErrorPage about={status} status={status} />;
}

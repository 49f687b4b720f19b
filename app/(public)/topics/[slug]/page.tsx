import { CountedLinks } from "#components/site/counted-links.tsx";
import { FeedLink } from "#components/listing/other-dress.tsx";
import { ErrorPage } from "#components/site/error-page.tsx";
import { GateSays } from "#components/site/gate-says.tsx";
import { Intro } from "#components/site/intro.tsx";
import { Newest } from "#components/site/newest.tsx";
import { FinishedPage } from "#components/site/finished-page.tsx";
import { counted } from "#components/ui/words.ts";
import { countPublished, listCards } from "#lib/data/directory/listings.ts";
import { findTopic } from "#lib/data/directory/terms.ts";
import { everything } from "#lib/domain/listing/query.ts";
import { paths } from "#lib/http/paths.ts";
import { wholeAddress } from "../../origin.ts";
import { cardsFrom } from "../../cards.ts";
import { TrailData } from "../../trail-data.tsx";

export default async function TopicPage({ params }: PageProps<"/topics/[slug]">) {
  const { slug: asked } = await params;
  const found = await findTopic(asked);
  if (!found) return <ErrorPage about={404} status={404} />;

  const { topic, parent, children } = found;
  if (topic.slug !== asked) return <GateSays status={301} location={paths.topic(topic.slug)} />;
  const query = { ...everything, topic: [topic.slug] };
  const [cards, { counts }] = await Promise.all([listCards(query), countPublished()]);
  const total = counts.topic.get(topic.slug) ?? 0;
  const trail = [
    { name: "Topics", path: paths.topics },
    ...(parent ? [{ name: parent.name, path: paths.topic(parent.slug) }] : []),
  ];
  const within = children.map(({ slug, name }) => ({
    path: paths.topic(slug),
    name,
    count: counts.topic.get(slug) ?? 0,
  }));
  const lead = `${counted(total, "case study", "case studies")} from councils and those who work with them.`;

  return (
    <FinishedPage
      title={topic.name}
      description={`${topic.name}: ${lead}`}
      canonical={await wholeAddress(paths.topic(topic.slug))}
      section="topics"
      forMachines={
        <>
          <FeedLink query={query} of={topic.name} />
          <TrailData trail={[...trail, { name: topic.name, path: paths.topic(topic.slug) }]} />
        </>
      }
    >
      <Intro heading={topic.name} lead={lead} trail={trail} />
      <div className="band grid gap-x-14 gap-y-10 pt-10 desktop:grid-cols-[minmax(0,1fr)_18rem]">
        <Newest
          heading="Newest"
          cards={cardsFrom(cards)}
          total={total}
          all={paths.chosen("topic", topic.slug)}
          about={`about ${topic.name}`}
          query={query}
        />
        {within.length > 0 && (
          <section aria-labelledby="within" className="max-desktop:row-start-1">
            <h2 id="within" className="border-b-[3px] border-ink pb-3 !text-h3">
              Within this topic
            </h2>
            <CountedLinks links={within} />
          </section>
        )}
      </div>
    </FinishedPage>
  );
}

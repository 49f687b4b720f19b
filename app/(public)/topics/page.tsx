import { Intro } from "#components/site/intro.tsx";
import { FinishedPage } from "#components/site/finished-page.tsx";
import { figure } from "#components/ui/words.ts";
import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { countPublished } from "#lib/data/directory/listings.ts";
import { paths } from "#lib/http/paths.ts";
import { wholeAddress } from "../origin.ts";

export default async function TopicsPage() {
  const [{ topic: topics }, { counts }] = await Promise.all([getCatalogue(), countPublished()]);
  const count = (slug: string) => figure(counts.topic.get(slug) ?? 0);

  return (
    <FinishedPage
      title="Topics"
      description="Every topic the case studies are about."
      canonical={await wholeAddress(paths.topics)}
      section="topics"
    >
      <Intro
        heading="Topics"
        lead="Everything the case studies are about, with how many there are. One can be about as many as three."
      />
      <ul className="band gap-x-14 columns-[3_16rem] pt-4">
        {topics
          .filter(({ parent }) => !parent)
          .map(({ slug, name }) => (
            <li key={slug} className="break-inside-avoid pt-6">
              <p className="ruled flex items-baseline justify-between gap-4 font-bold">
                <a href={paths.topic(slug)} className="quiet-link">
                  {name}
                </a>
                <span className="count font-normal">{count(slug)}</span>
              </p>
              {topics.some(({ parent }) => parent === slug) && (
                <ul className="mt-1">
                  {topics
                    .filter(({ parent }) => parent === slug)
                    .map((child) => (
                      <li key={child.slug} className="flex items-baseline justify-between gap-4 py-1 text-small">
                        <a href={paths.topic(child.slug)} className="quiet-link">
                          {child.name}
                        </a>
                        <span className="count">{count(child.slug)}</span>
                      </li>
                    ))}
                </ul>
              )}
            </li>
          ))}
      </ul>
    </FinishedPage>
  );
}

import { SearchForm } from "#components/listing/search-form.tsx";
import { CountedLinks } from "#components/site/counted-links.tsx";
import { Intro } from "#components/site/intro.tsx";
import { Page } from "#components/site/page.tsx";
import { suggest, type Suggestion } from "#lib/data/search/suggest.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { wholeAddress } from "../origin.ts";

const headings: { kind: Suggestion["kind"]; heading: string }[] = [
  { kind: "word", heading: "Words" },
  { kind: "topic", heading: "Topics" },
  { kind: "support", heading: "Support types" },
  { kind: "council", heading: "Councils" },
  { kind: "title", heading: "Case studies" },
];

export default async function SuggestionsPage({ searchParams }: PageProps<"/suggestions">) {
  const typed = readText((await searchParams)["q"], 100);
  const found = await suggest(typed);
  const shown = headings.filter(({ kind }) => found.some((one) => one.kind === kind));
  return (
    <Page
      title="What your words could become"
      canonical={await wholeAddress(paths.suggested(typed))}
      indexed={false}
      section="case-studies"
    >
      <Intro heading="What your words could become" lead="Type the beginning of a word, and choose what you mean.">
        <SearchForm words={typed} />
      </Intro>
      <div className="band pt-4">
        <div className="max-w-prose">
          {shown.map(({ kind, heading }) => (
            <section key={kind} aria-labelledby={kind} className="pt-6">
              <h2 id={kind}>{heading}</h2>
              <CountedLinks
                links={found.filter((one) => one.kind === kind).map(({ text, ...one }) => ({ ...one, name: text }))}
              />
            </section>
          ))}
          {typed && !found.length && (
            <p className="pt-6">
              Nothing in the directory begins with “{typed}”. <a href={paths.topics}>Look through the topics</a>.
            </p>
          )}
        </div>
      </div>
    </Page>
  );
}

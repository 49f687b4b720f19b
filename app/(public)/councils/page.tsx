import { CountedLinks } from "#components/site/counted-links.tsx";
import { Intro } from "#components/site/intro.tsx";
import { FinishedPage } from "#components/site/finished-page.tsx";
import { Status } from "#components/ui/status.tsx";
import { counted } from "#components/ui/words.ts";
import { listCouncilsWithCaseStudies, searchCouncils, type CountedCouncil } from "#lib/data/directory/councils.ts";
import { councilTypes } from "#lib/domain/councils.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { wholeAddress } from "../origin.ts";

export default async function CouncilsPage({ searchParams }: PageProps<"/councils">) {
  const words = readText((await searchParams)["q"], 100);

  return (
    <FinishedPage
      title={words ? `“${words}” in councils` : "Councils"}
      canonical={await wholeAddress(paths.councils)}
      indexed={!words}
      section="councils"
    >
      <Intro
        heading="Councils"
        lead="Whose work is described here. Find any council of the United Kingdom, also one that has been replaced."
      >
        <form action={paths.councils} method="get" role="search" className="no-print mt-6 max-w-[32rem]">
          <label htmlFor="council" className="mb-1 block font-bold">
            Name of a council
          </label>
          <div className="flex">
            <input id="council" name="q" type="search" defaultValue={words} className="field min-w-0 border-r-0" />
            <button type="submit" className="button shrink-0">
              Find
            </button>
          </div>
        </form>
      </Intro>
      <div className="band pt-8">
        {words ? (
          <Found words={words} {...await searchCouncils(words)} />
        ) : (
          <ByType councils={await listCouncilsWithCaseStudies()} />
        )}
      </div>
    </FinishedPage>
  );
}

const linksTo = (councils: readonly CountedCouncil[], label: (council: CountedCouncil) => string) =>
  councils.map((council) => ({ path: paths.council(council.slug), name: label(council), count: council.count }));

const withEnd = ({ name, endedOn }: CountedCouncil) => (endedOn ? `${name}, until ${endedOn.getUTCFullYear()}` : name);

interface FoundProps {
  words: string;
  councils: readonly CountedCouncil[];
  total: number;
}

function Found({ words, councils, total }: FoundProps) {
  return (
    <>
      <Status className="text-h3 font-bold">
        {counted(total, "council", "councils")} with “{words}” in the name
      </Status>
      {total === 0 && (
        <p className="mt-2">
          Type the council’s name, not a town or postcode. If you do not know it,{" "}
          <a href="https://www.gov.uk/find-local-council">find your local council on GOV.UK</a>.
        </p>
      )}
      {total > councils.length && <p>These are the first {councils.length}. Give more of the name to find others.</p>}
      <div className="mt-4 max-w-prose">
        <CountedLinks links={linksTo(councils, withEnd)} />
      </div>
      <p className="mt-6">
        <a href={paths.councils}>All councils with case studies</a>
      </p>
    </>
  );
}

function ByType({ councils }: { councils: readonly CountedCouncil[] }) {
  return councilTypes
    .map((type) => ({ ...type, councils: councils.filter((council) => council.type === type.slug) }))
    .filter((type) => type.councils.length > 0)
    .map(({ slug, name, councils: ofType }) => (
      <section key={slug} aria-labelledby={slug} className="mb-10">
        <h2 id={slug} className="border-b-[3px] border-ink pb-2 !text-h3">
          {name}
        </h2>
        <CountedLinks
          links={linksTo(ofType, ({ shortName }) => shortName)}
          columns="gap-x-14 columns-[3_16rem] [&>li]:break-inside-avoid"
        />
      </section>
    ));
}

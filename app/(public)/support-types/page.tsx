import { CountedLinks } from "#components/site/counted-links.tsx";
import { Intro } from "#components/site/intro.tsx";
import { FinishedPage } from "#components/site/finished-page.tsx";
import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { countPublished } from "#lib/data/directory/listings.ts";
import { paths } from "#lib/http/paths.ts";
import { wholeAddress } from "../origin.ts";

export default async function SupportTypesPage() {
  const [{ support }, { counts }] = await Promise.all([getCatalogue(), countPublished()]);
  const links = support.map(({ slug, name }) => ({
    path: paths.supportType(slug),
    name,
    count: counts.support.get(slug) ?? 0,
  }));

  return (
    <FinishedPage
      title="Support types"
      description="The kinds of help behind the work."
      canonical={await wholeAddress(paths.supportTypes)}
    >
      <Intro
        heading="Support types"
        lead="The kind of help that stood behind the work: a peer challenge, a grant, training, an expert’s time."
      />
      <div className="band pt-8">
        <CountedLinks links={links} columns="gap-x-14 columns-[2_16rem] [&>li]:break-inside-avoid" />
      </div>
    </FinishedPage>
  );
}

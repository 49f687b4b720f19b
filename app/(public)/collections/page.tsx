import { Intro } from "#components/site/intro.tsx";
import { FinishedPage } from "#components/site/finished-page.tsx";
import { counted } from "#components/ui/words.ts";
import { listCollections } from "#lib/data/directory/terms.ts";
import { paths } from "#lib/http/paths.ts";
import { wholeAddress } from "../origin.ts";

export default async function CollectionsPage() {
  // One that holds nothing yet is named to programs and as a filter, and helps nobody who looks for something to read.
  const collections = (await listCollections()).filter(({ count }) => count > 0);
  return (
    <FinishedPage
      title="Collections"
      description="Case studies that editors put together."
      canonical={await wholeAddress(paths.collections)}
    >
      <Intro
        heading="Collections"
        lead="Case studies that an editor put together, because they are best read side by side."
      />
      <ul className="band pt-4">
        {collections.map(({ slug, name, introduction, count }) => (
          <li key={slug} className="border-b border-line py-6">
            <h2 className="!text-h3">
              <a href={paths.collection(slug)}>{name}</a>
            </h2>
            <p className="mt-1 max-w-prose">{introduction}</p>
            <p className="mt-1 text-small text-soft">{counted(count, "case study", "case studies")}</p>
          </li>
        ))}
        {collections.length === 0 && <li className="pt-6">There is none yet.</li>}
      </ul>
    </FinishedPage>
  );
}

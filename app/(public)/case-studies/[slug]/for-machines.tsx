import { JsonLd } from "#components/machines/json-ld.tsx";
import { LinkPreview } from "#components/machines/link-preview.tsx";
import type { Crumb } from "#components/ui/breadcrumbs.tsx";
import { caseStudyData } from "#lib/feeds/linked-data/case-study.ts";
import { paths } from "#lib/http/paths.ts";
import { readOrigin } from "../../origin.ts";
import { TrailData } from "../../trail-data.tsx";
import type { CaseStudyProps } from "./case-study.tsx";
import { pictureInWords } from "./picture-words.ts";

/** What search engines and whoever shares a link are told. Of a withdrawn case study only where it stands. */
export async function ForMachines({ trail, ...page }: CaseStudyProps & { trail: readonly Crumb[] }) {
  const { slug, facts, publishedAt, updatedAt } = page;
  const origin = await readOrigin();
  const places = {
    page: paths.caseStudy(slug),
    picture: paths.picture(slug),
    council: paths.council,
    topic: paths.topic,
  };
  const data = caseStudyData(page, places, origin);
  return (
    <>
      <TrailData trail={[...trail, { name: facts.title, path: places.page }]} />
      {data && <JsonLd data={data} />}
      {data && (
        <LinkPreview
          url={origin + places.page}
          picture={{ url: origin + places.picture, alt: pictureInWords(page) }}
          published={publishedAt}
          updated={updatedAt}
        />
      )}
    </>
  );
}

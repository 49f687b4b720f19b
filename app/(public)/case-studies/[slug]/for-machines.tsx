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
          picture={ownPicture(page, origin) ?? { ...drawn, url: origin + places.picture, alt: pictureInWords(page) }}
          published={publishedAt}
          updated={updatedAt}
        />
      )}
    </>
  );
}

const drawn = { type: "image/png", width: 1200, height: 630 };

/** The first of its own pictures. Whoever shows links may know nothing newer than a JPEG. */
function ownPicture({ pictures }: CaseStudyProps, origin: string) {
  const own = pictures.find(({ name }) => name.endsWith(".jpg"));
  return own && { ...own, type: "image/jpeg", url: origin + paths.file(own.id, own.name) };
}

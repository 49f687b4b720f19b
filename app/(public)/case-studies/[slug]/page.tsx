import { ErrorPage } from "#components/site/error-page.tsx";
import { GateSays } from "#components/site/gate-says.tsx";
import { findByAddress, type CaseStudyPage } from "#lib/data/directory/case-studies.ts";
import { countFromCouncil } from "#lib/data/directory/councils.ts";
import { listRelated } from "#lib/data/search/related.ts";
import { cardsFrom } from "../../cards.ts";
import { CaseStudy } from "./case-study.tsx";

export default async function CaseStudyPage({ params }: PageProps<"/case-studies/[slug]">) {
  const found = await findByAddress((await params).slug);
  switch (found.kind) {
    case "page":
      return <Shown {...found.page} />;
    case "moved":
      return <GateSays status={301} location={found.to} />;
    case "gone":
      return <ErrorPage about={410} status={410} />;
    case "none":
      return <ErrorPage about={404} status={404} />;
  }
}

async function Shown(page: CaseStudyPage) {
  const [fromCouncil, related] = await Promise.all([
    countFromCouncil(page.facts.council),
    page.withdrawn ? [] : listRelated(page.slug),
  ]);
  return <CaseStudy {...page} fromCouncil={fromCouncil} related={cardsFrom(related)} />;
}

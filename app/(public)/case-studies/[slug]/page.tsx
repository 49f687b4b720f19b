import { ErrorPage } from "#components/site/error-page.tsx";
import { GateSays } from "#components/site/gate-says.tsx";
import { findByAddress } from "#lib/data/directory/case-studies.ts";
import { countFromCouncil } from "#lib/data/directory/councils.ts";
import { CaseStudy } from "./case-study.tsx";

export default async function CaseStudyPage({ params }: PageProps<"/case-studies/[slug]">) {
  const found = await findByAddress((await params).slug);
  switch (found.kind) {
    case "page":
      return <CaseStudy {...found.page} fromCouncil={await countFromCouncil(found.page.facts.council)} />;
    case "moved":
      return <GateSays status={301} location={found.to} />;
    case "gone":
      return <ErrorPage about={410} status={410} />;
    case "none":
      return <ErrorPage about={404} status={404} />;
  }
}

import type { ReactNode } from "react";
import { Intro } from "./intro.tsx";
import { Page } from "./page.tsx";
import type { Section } from "./frame/header.tsx";

interface Props {
  heading: string;
  lead: string;
  /** The one address this page should be known by, whole. */
  canonical: string;
  section?: Section;
  children: ReactNode;
}

/** A page that is read from top to bottom. */
export function TextPage({ heading, lead, canonical, section, children }: Props) {
  return (
    <Page title={heading} description={lead} canonical={canonical} section={section}>
      <Intro heading={heading} lead={lead} />
      <div className="band pt-8">
        <div className="prose text-page">{children}</div>
      </div>
    </Page>
  );
}

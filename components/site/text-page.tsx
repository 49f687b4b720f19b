import type { ReactNode } from "react";
import { Intro } from "./intro.tsx";
import { Page } from "./page.tsx";
import type { Section } from "./header.tsx";

interface Props {
  heading: string;
  lead: string;
  path: string;
  section?: Section;
  children: ReactNode;
}

/** A page that is read from top to bottom. */
export function TextPage({ heading, lead, path, section, children }: Props) {
  return (
    <Page title={heading} description={lead} canonical={path} section={section}>
      <Intro heading={heading} lead={lead} />
      <div className="band pt-8">
        <div className="prose text-page">{children}</div>
      </div>
    </Page>
  );
}

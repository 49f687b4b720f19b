import type { ReactNode } from "react";
import type { Section } from "./frame/header.tsx";
import { Page } from "./page.tsx";

interface Props {
  title: string;
  /** What the whole is about, above the heading. */
  caption?: string;
  /** True puts "Error: " before the title, so that it is heard first. */
  failed?: boolean;
  section?: Section;
  children: ReactNode;
}

/** A page that belongs to one person: no cache keeps it and no search engine lists it. */
export function PrivatePage({ title, caption, failed, section = "submit", children }: Props) {
  return (
    <Page title={failed ? `Error: ${title}` : title} indexed={false} store={false} section={section}>
      <div className="band pt-8 tablet:pt-10">
        {caption && <p className="mb-1 max-w-prose text-soft">{caption}</p>}
        <h1 className="mb-6 max-w-[28ch]">{title}</h1>
        {children}
      </div>
      <script type="module" src="/js/draft.js" />
    </Page>
  );
}

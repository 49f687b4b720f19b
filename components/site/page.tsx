import type { ReactNode } from "react";
import type { PageDirective } from "#lib/domain/addresses/page-directive.ts";
import { paths } from "#lib/http/paths.ts";
import { demonstration } from "#lib/http/site.ts";
import { Footer } from "./footer.tsx";
import { GateSays } from "./gate-says.tsx";
import { Header, type Section } from "./header.tsx";

interface Props {
  /** What the browser's tab and a search engine show, before the name of the site. */
  title: string;
  description?: string;
  /** The one address this page should be known by, whole. */
  canonical?: string;
  /** Whether search engines may list it. */
  indexed?: boolean;
  section?: Section;
  status?: PageDirective["status"];
  store?: boolean;
  /** How many results a search had, on its first page. */
  found?: number | undefined;
  /** What stands between the header of the site and the page. */
  strip?: ReactNode;
  children: ReactNode;
}

/** The frame of every page: head, header, main and footer. */
export function Page({
  title,
  description,
  canonical,
  indexed = true,
  section,
  status,
  store,
  found,
  strip,
  children,
}: Props) {
  return (
    <>
      <title>{`${title} – Casebook`}</title>
      {description && <meta name="description" content={description} />}
      {indexed && <meta property="og:site_name" content="Casebook" />}
      {indexed && <meta property="og:title" content={title} />}
      {indexed && description && <meta property="og:description" content={description} />}
      <link rel="search" type="application/opensearchdescription+xml" title="Casebook" href={paths.openSearch} />
      {canonical && <link rel="canonical" href={canonical} />}
      {!indexed && <meta name="robots" content="noindex" />}
      {(status !== undefined || store === false || found !== undefined) && (
        <GateSays status={status} store={store} found={found} />
      )}
      <a
        href="#main"
        className="absolute left-4 top-0 z-10 -translate-y-[110%] bg-mark px-4 py-2 text-on-mark focus:translate-y-0"
      >
        Skip to main content
      </a>
      <Header section={section} />
      {strip}
      {demonstration && (
        <aside aria-label="About the data" className="border-b border-line bg-wash text-small text-soft">
          <p className="band py-2">Demonstration data. Councils marked “(example)” are invented.</p>
        </aside>
      )}
      <main id="main" tabIndex={-1} className="grow pb-16">
        {children}
      </main>
      <Footer />
    </>
  );
}

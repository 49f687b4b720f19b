import type { PageDirective } from "#lib/domain/addresses/page-directive.ts";
import { paths } from "#lib/http/paths.ts";
import { GateSays } from "../gate-says.tsx";

export interface HeadProps {
  /** What the browser's tab and a search engine show, before the name of the site. */
  title: string;
  description?: string;
  /** The one address this page should be known by, whole. */
  canonical?: string;
  /** Whether search engines may list it. */
  indexed?: boolean;
  status?: PageDirective["status"];
  store?: boolean;
  /** How many results a search had, on its first page. */
  found?: number | undefined;
}

/** What a page says about itself. */
export function Head({ title, description, canonical, indexed = true, status, store, found }: HeadProps) {
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
    </>
  );
}

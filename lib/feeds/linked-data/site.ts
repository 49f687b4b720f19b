/** What schema.org calls this site, and how to search it. */
export function siteData(origin: string, search: string) {
  return {
    "@context": "https://schema.org",
    "@graph": [
      { ...organisation(origin), logo: `${origin}/icon.svg` },
      {
        "@type": "WebSite",
        "@id": `${origin}/#site`,
        name: "Casebook",
        url: `${origin}/`,
        inLanguage: "en-GB",
        publisher: { "@id": `${origin}/#organisation` },
        potentialAction: {
          "@type": "SearchAction",
          target: { "@type": "EntryPoint", urlTemplate: `${origin}${search}?q={search_term_string}` },
          "query-input": "required name=search_term_string",
        },
      },
    ],
  };
}

/** Who keeps the directory. */
export const organisation = (origin: string) => ({
  "@type": "Organization",
  "@id": `${origin}/#organisation`,
  name: "Casebook",
  url: `${origin}/`,
});

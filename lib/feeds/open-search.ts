import { element, xmlDocument } from "./xml/xml.ts";

/** Addresses of the search, each with `{searchTerms}` where the words go, and of what belongs to it. */
interface Addresses {
  self: string;
  icon: string;
  page: string;
  atom: string;
}

/** What a browser reads to offer our search as one of its own (OpenSearch 1.1). */
export function openSearchOf({ self, icon, page, atom }: Addresses): string {
  const url = (type: string, template: string, rel?: string) => element("Url", { type, template, rel });
  return xmlDocument(
    element("OpenSearchDescription", { xmlns: "http://a9.com/-/spec/opensearch/1.1/" }, [
      element("ShortName", {}, "Casebook"),
      element("Description", {}, "Case studies from local government: what councils tried and what came of it"),
      element("InputEncoding", {}, "UTF-8"),
      element("OutputEncoding", {}, "UTF-8"),
      element("Language", {}, "en-GB"),
      element("Image", { width: "16", height: "16", type: "image/svg+xml" }, icon),
      url("text/html", page),
      url("application/atom+xml", atom),
      url("application/opensearchdescription+xml", self, "self"),
    ]),
  );
}

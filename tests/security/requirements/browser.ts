import { held, level1, level2, proved, type Requirement } from "../requirement.ts";

/** V3, what the browser is told. */
export const browser: readonly Requirement[] = [
  level1("V3.2.1", "What was uploaded, opened by itself, is not run as a page", proved),
  level1("V3.2.2", "Text is shown as text", proved),
  level1("V3.3.1", "Cookies go over TLS alone", proved),
  level2("V3.3.2", "Cookies say which sites may send them along", proved),
  level2("V3.3.3", "Cookies belong to this host alone", proved),
  level2("V3.3.4", "Scripts cannot read a session", proved),
  level1("V3.4.1", "Every answer insists on TLS for a year, for subdomains too", proved),
  level1("V3.4.2", "Other sites may read only what is the same for everybody", proved),
  level2("V3.4.3", "A content policy without plug-ins, other bases or foreign script", proved),
  level2("V3.4.4", "Browsers do not guess the type of an answer", proved),
  level2("V3.4.5", "Other sites are not told the address of a page", proved),
  level2("V3.4.6", "No page can be put into another's frame", proved),
  level1("V3.5.1", "Forms sent from other sites are refused", proved),
  level1(
    "V3.5.2",
    "Nothing relies on the browser asking first",
    held(
      "lib/gate/guards/origin.ts looks at where each form comes from; a preflight opens reading alone (lib/gate/headers.ts)",
    ),
  ),
  level1("V3.5.3", "A GET changes nothing", proved),
  level2(
    "V3.5.4",
    "Other applications live under other host names",
    held("one application answers for all of PUBLIC_URL; lib/gate/guards/host.ts refuses other names"),
  ),
  level2("V3.7.1", "Nothing outdated runs in the browser", held("HTML, CSS and a few modules in public/; no plug-ins")),
  level2("V3.7.2", "Nobody is led to another site unasked", proved),
];

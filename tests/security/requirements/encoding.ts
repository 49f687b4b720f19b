import { held, level1, level2, proved, type Requirement } from "../requirement.ts";

/** V1, encoding and sanitization. */
export const encoding: readonly Requirement[] = [
  level2("V1.1.1", "What is sent is decoded once, and before it is looked at", proved),
  level2(
    "V1.1.2",
    "Text is escaped last, by what writes it out",
    held(
      "React, lib/feeds/xml.ts, lib/feeds/csv.ts and lib/mail escape as they write; texts are kept as they were typed",
    ),
  ),
  level1("V1.2.1", "Escaped for the place where it lands: HTML, XML, headers", proved),
  level1("V1.2.2", "Addresses are built encoded and only of harmless protocols", proved),
  level1("V1.2.3", "Escaped in script and JSON", proved),
  level1("V1.2.4", "Queries have parameters", proved),
  level1("V1.2.5", "No command of the system is made of text", proved),
  level2("V1.2.9", "Text in a regular expression stands for itself", proved),
  level1("V1.3.1", "HTML from people is cleaned by a known library", proved),
  level1("V1.3.2", "No text is run as code", proved),
  level2("V1.3.3", "Text is cut down to what its place can bear", proved),
  level2("V1.3.4", "A drawing that can hold script is made harmless", proved),
  level2("V1.3.5", "Markdown and the like cannot do more than mark up", proved),
  level2("V1.3.6", "The site cannot be made to ask servers inside", proved),
  level2(
    "V1.3.7",
    "No template is made of what people type",
    held("pages are JSX and letters are functions (lib/mail); there is no template language at all"),
  ),
  level2(
    "V1.3.10",
    "No format string comes from people",
    held("the log (lib/ops/log.ts) is given constant messages, and what varies as fields"),
  ),
  level2("V1.3.11", "Nothing typed adds a header or a reader to a letter", proved),
  level2("V1.4.2", "Numbers from outside have bounds", proved),
  level1("V1.5.1", "XML from outside is read without entities", proved),
  level2("V1.5.2", "What is read back from outside has an expected shape", proved),
];

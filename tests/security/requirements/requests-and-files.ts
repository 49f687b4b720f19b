import { held, level1, level2, proved, unmet, type Requirement } from "../requirement.ts";

/** V4, web services, and V5, files. */
export const requestsAndFiles: readonly Requirement[] = [
  level1("V4.1.1", "Every answer says what it is, and in which characters", proved),
  level2(
    "V4.1.2",
    "Only pages for people lead from http to https",
    unmet(
      "left to whoever runs the server in front, which speaks TLS: the site itself leads nobody from one to the other",
    ),
  ),
  level2("V4.1.3", "Nobody but a server in front can say what servers in front say", proved),
  level2("V4.2.1", "Where a request ends is never in doubt", proved),
  level2(
    "V5.1.1",
    "Written down: which files are taken, how large, and what becomes of them",
    held(
      "lib/domain/files/kinds.ts and refusals.ts, said beside each field; README, Settings (CLAMD_URL) and Decisions (pictures, Word files)",
    ),
  ),
  level1("V5.2.1", "No file is taken that is too large to handle", proved),
  level1("V5.2.2", "A file is what its name says, by its contents", proved),
  level2("V5.2.3", "A packed file is measured before it is unpacked", proved),
  level1("V5.3.1", "What was uploaded is never run", proved),
  level1("V5.3.2", "Files are kept under names of our making", proved),
  level2("V5.4.1", "Downloads have a name of our choosing", proved),
  level2("V5.4.2", "That name cannot break the header it stands in", proved),
  level2("V5.4.3", "Files are looked through for viruses", proved),
];

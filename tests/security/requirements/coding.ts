import { held, level1, level2, proved, provedBut, type Requirement } from "../requirement.ts";

/** V15, how it is made. */
export const coding: readonly Requirement[] = [
  level1(
    "V15.1.1",
    "Written down: how soon a flaw in a dependency is mended",
    held("tests/security/floor.json: fixes of critical flaws within 48 hours"),
  ),
  level2("V15.1.2", "A list of everything that is built in, from where we trust", proved),
  level2("V15.1.3", "Written down: what costs much, and how it is bounded", proved),
  level1("V15.2.1", "No dependency is older than that allows", proved),
  level2("V15.2.2", "What costs much is bounded", proved),
  level2(
    "V15.2.3",
    "Nothing runs that is only for trying out",
    provedBut("the image holds the tests and their packages, which nothing runs"),
  ),
  level1("V15.3.1", "Answers have the fields they need and no others", proved),
  level2(
    "V15.3.2",
    "The site follows redirects only where it means to",
    provedBut("better-auth follows those of the provider, whose address is a setting"),
  ),
  level2("V15.3.3", "A form changes the fields it is for and no others", proved),
  level2("V15.3.4", "The address of a reader is the true one, for limits and the log", proved),
  level2(
    "V15.3.5",
    "Types are strict",
    held(
      "TypeScript strict with noUncheckedIndexedAccess (tsconfig.json, checked by npm test); zod for everything from outside",
    ),
  ),
  level2("V15.3.6", "No object's prototype can be changed", proved),
  level2("V15.3.7", "A field sent twice misleads nobody", proved),
];

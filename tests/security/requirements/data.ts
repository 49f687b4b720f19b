import { held, level1, level2, proved, unmet, type Requirement } from "../requirement.ts";

/** V14, what is known of people. */
export const data: readonly Requirement[] = [
  level2("V14.1.1", "Everything sensitive is known and sorted", proved),
  level2(
    "V14.1.2",
    "Written down: how each sort is kept",
    held(
      "tests/support/personal-data.ts says of every column what erasing does; the page on privacy says why, who sees it and for how long",
    ),
  ),
  level1(
    "V14.2.1",
    "Nothing secret stands in an address",
    unmet(
      "authors have no account: a draft, a submission and an alert are opened by a secret address. It is kept as a hash, left out of logs and told to no other site; sessions are never in one",
    ),
  ),
  level2("V14.2.2", "Nothing about one person is kept by servers on the way", proved),
  level2("V14.2.3", "Nothing goes to third parties", proved),
  level2("V14.2.4", "Each sort is kept as written", proved),
  level1("V14.3.1", "Nothing is left in the browser after signing out", proved),
  level2("V14.3.2", "Browsers keep no private page", proved),
  level2("V14.3.3", "Browsers store nothing sensitive", proved),
];

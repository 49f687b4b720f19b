import { held, level1, level2, proved, type Requirement } from "../requirement.ts";

/** V8, who may do what. */
export const authorization: readonly Requirement[] = [
  level1(
    "V8.1.1",
    "Written down: who may do what, and with which case study",
    held("lib/domain/workflow/moves.ts, the one table that commands, pages and tests read; README, “The house”"),
  ),
  level2(
    "V8.1.2",
    "Written down: who sees and changes which field",
    held(
      "lib/domain/template/*.json (public or not), tests/support/personal-data.ts (every column about people), the page on privacy",
    ),
  ),
  level1("V8.2.1", "Nobody does what is not theirs to do", proved),
  level1("V8.2.2", "Nobody reaches what is another's", proved),
  level2("V8.2.3", "Nobody sees fields that are not for them", proved),
  level1("V8.3.1", "The server decides, at the thing itself", proved),
  level2("V8.4.1", "Councils cannot touch each other's case studies", proved),
];

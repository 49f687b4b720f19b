import { held, level1, level2, proved, type Requirement } from "../requirement.ts";

/** V2, validation and business logic. */
export const validation: readonly Requirement[] = [
  level1(
    "V2.1.1",
    "Written down: what each field may hold",
    held(
      "lib/domain/template/*.json for case studies, /api/v1/openapi.json for programs, lib/domain/imports for files",
    ),
  ),
  level2(
    "V2.1.2",
    "Written down: which fields have to agree",
    held(
      "lib/domain/template/answers.ts, the rules between two answers; council-answers.ts, which councils may stand together",
    ),
  ),
  level2(
    "V2.1.3",
    "Written down: how much anybody may do",
    held("lib/domain/abuse/limits.ts, one list with its words; README, Decisions"),
  ),
  level1("V2.2.1", "Everything sent is held to what is expected of it", proved),
  level1("V2.2.2", "By the server, whatever the browser did", proved),
  level2("V2.2.3", "Fields that belong together make sense together", proved),
  level1("V2.3.1", "Steps are taken in order and none is left out", proved),
  level2("V2.3.2", "The limits that are written down are kept", proved),
  level2("V2.3.3", "A change is made whole or not at all", proved),
  level2("V2.3.4", "What there is once is given once", proved),
  level2("V2.4.1", "Programs cannot do a thing without end", proved),
];

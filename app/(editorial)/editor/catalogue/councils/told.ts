import type { Clash } from "#lib/commands/catalogue/councils/council-values.ts";
import type { CouncilField } from "#lib/domain/catalogue/councils/council-form.ts";

/** What an editor is told whose council clashes with another, beside the field that did. */
export const clashes: Record<Clash, { field: CouncilField; message: string }> = {
  "name-taken": {
    field: "name",
    message: "Another council has this name. Find it in the list, or choose another name",
  },
  "address-taken": {
    field: "shortName",
    message: "Another council has the address that this would bring, and the one of the whole name. Change one of them",
  },
  circle: {
    field: "successors",
    message: "A council cannot come before and after itself. Check the councils before it and after it",
  },
};

/** What an editor is told who changes a council that is no longer there to be changed. */
export const goneWords = "The council cannot be changed: somebody has merged it or taken it back meanwhile.";

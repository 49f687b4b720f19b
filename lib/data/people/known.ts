import type { Prisma } from "#prisma/client/client.ts";

/** Whoever is here for more than alerts. An address that was left for an alert serves nothing else. */
export const knownForMore: Prisma.PersonWhereInput = {
  OR: [
    { alerts: { none: {} } },
    { role: { not: "contributor" } },
    { authored: { some: {} } },
    { contributesTo: { some: {} } },
    { suggestions: { some: {} } },
    { revisions: { some: {} } },
    { events: { some: {} } },
  ],
};

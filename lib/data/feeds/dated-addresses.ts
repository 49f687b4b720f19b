import { textChanges } from "#lib/domain/workflow/moves.ts";
import { db } from "#lib/data/db.ts";

/** A published case study with the lists it stands in, by slug, and when anything in it last changed. */
export interface DatedAddress {
  slug: string;
  topics: string[];
  support: string[];
  collections: string[];
  councilSlug: string | null;
  changedAt: Date;
}

/** Everything published, oldest address first, so that what is published later comes at the end. */
export const listDatedAddresses = (): Promise<DatedAddress[]> => db.$queryRaw`
  select l."slug", l."topics", l."support", l."collections", l."councilSlug", max(e."at") as "changedAt"
    from "Listing" l
    join "Version" v on v."caseStudyId" = l."caseStudyId"
    join "Event" e on e."versionId" = v."id" and e."kind" = any(${textChanges})
   group by l."caseStudyId" order by l."caseStudyId"`;

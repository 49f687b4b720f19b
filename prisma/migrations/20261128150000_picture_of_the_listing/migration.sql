-- The first picture of a case study stands on its card.
alter table "Listing" add column "pictureId" uuid;
alter table "Listing" add constraint "Listing_pictureId_fkey"
  foreign key ("pictureId") references "Attachment" ("id") on delete set null on update cascade;
create index "Listing_pictureId_idx" on "Listing" ("pictureId");

update "Listing" listing
   set "pictureId" = picture."id"
  from "Version" version
  cross join lateral (
         select revision."answers" -> 'images' -> 0 ->> 'attachment' as "attachment"
           from "Revision" revision
          where revision."versionId" = version."id"
          order by revision."number" desc
          limit 1) said
  join "Attachment" picture
    on picture."id"::text = said."attachment" and picture."caseStudyId" = version."caseStudyId" and picture."width" is not null
 where version."caseStudyId" = listing."caseStudyId" and version."state" = 'published';

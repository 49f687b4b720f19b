/** What erasing somebody does with a column. */
export type Treatment =
  /** Goes with their row, or with a row that is theirs alone. */
  | "deleted"
  /** Comes to name nobody; the rest of its row stays. */
  | "emptied"
  /** Free text, which stays with what was published; where it names them is listed for an editor. */
  | "listed"
  /** Never about a person who submits: rules of the site, public lists, words that name nobody, hashes and ids of other things. */
  | "nobody's";

/**
 * Every column that could hold something about a person: all text, JSON, bytes and arrays, every reference to a person, and every
 * id that the database does not know the other end of. A test compares it with the database: a new column belongs here first.
 */
export const personalData: Record<string, Treatment> = {
  "Person.name": "deleted",
  "Person.email": "deleted",
  "Person.image": "deleted",
  "Session.token": "deleted",
  "Session.userId": "deleted",
  "Session.ipAddress": "deleted",
  "Session.userAgent": "deleted",
  "Account.accountId": "deleted",
  "Account.providerId": "deleted",
  "Account.userId": "deleted",
  "Account.accessToken": "deleted",
  "Account.refreshToken": "deleted",
  "Account.idToken": "deleted",
  "Account.scope": "deleted",
  "Account.password": "deleted",
  "TwoFactor.secret": "deleted",
  "TwoFactor.backupCodes": "deleted",
  "TwoFactor.userId": "deleted",
  // Random numbers while somebody is at an identity provider, for minutes.
  "Verification.identifier": "nobody's",
  "Verification.value": "nobody's",
  "Contributor.personId": "deleted",
  "Contributor.councilId": "deleted",
  "Contributor.confirmedById": "emptied",
  "PeopleEvent.personId": "emptied",
  "PeopleEvent.actorId": "emptied",
  "PeopleEvent.kind": "nobody's",
  // A role or a council.
  "PeopleEvent.detail": "nobody's",
  "Contact.name": "emptied",
  "Contact.email": "emptied",
  "Contact.phone": "emptied",
  "Contact.doubt": "nobody's",
  "Enquiry.kind": "nobody's",
  "Enquiry.answer": "nobody's",
  "Enquiry.tokenHash": "nobody's",
  "FollowUp.told": "listed",
  "FollowUp.text": "listed",
  "FollowUp.reason": "listed",
  "FollowUp.state": "nobody's",
  "FollowUp.settledById": "emptied",
  // Addresses that published words lead to.
  "LinkCheck.url": "nobody's",
  "LinkCheck.target": "nobody's",
  "LinkCheck.result": "nobody's",
  "Letter.kind": "deleted",
  "Letter.toId": "deleted",
  "Letter.address": "deleted",
  "Letter.refusal": "emptied",
  "Link.tokenHash": "deleted",
  "Link.purpose": "deleted",
  "Link.personId": "deleted",
  "Alert.personId": "deleted",
  "Alert.query": "deleted",
  "Alert.frequency": "deleted",
  "Alert.tokenHash": "deleted",
  "Attempt.address": "deleted",
  "Attempt.typed": "deleted",
  "Attempt.errors": "deleted",
  "WordReading.reading": "deleted",
  "WordPicture.bytes": "deleted",
  "Version.authorId": "emptied",
  "Version.assigneeId": "emptied",
  "Version.template": "nobody's",
  "Version.suspicion": "nobody's",
  "Version.leadTopicId": "nobody's",
  "Version.leadSupportTypeId": "nobody's",
  "Revision.writerId": "emptied",
  "Revision.answers": "listed",
  "Revision.page": "nobody's",
  "Event.actorId": "emptied",
  "Event.reason": "listed",
  "Event.declared": "nobody's",
  "Event.kind": "nobody's",
  "Comment.writerId": "emptied",
  "Comment.text": "listed",
  "Comment.section": "nobody's",
  "Suggestion.fromId": "emptied",
  "Suggestion.settledById": "emptied",
  "Suggestion.text": "listed",
  "Suggestion.answer": "listed",
  "Suggestion.key": "nobody's",
  "Suggestion.kind": "nobody's",
  "DeskVisit.personId": "deleted",
  "FactCheck.tokenHash": "deleted",
  "FactCheck.answer": "listed",
  "Attachment.name": "listed",
  "Attachment.key": "nobody's",
  "Attachment.type": "nobody's",
  "Attachment.widths": "nobody's",
  // Made of the title, the summary and the names of public bodies: whatever is in them is listed as an answer.
  "CaseStudy.slug": "listed",
  "CaseStudy.startKey": "nobody's",
  "Listing.slug": "listed",
  "Listing.title": "listed",
  "Listing.titleSort": "listed",
  "Listing.summary": "listed",
  "Listing.councilName": "listed",
  "ListingText.about": "listed",
  "ListingText.body": "listed",
  "Redirect.path": "listed",
  "Redirect.target": "nobody's",
  // What was looked for, never by whom.
  "SearchLog.words": "nobody's",
  "SearchLog.query": "nobody's",
  "CatalogueChange.actorId": "emptied",
  "CatalogueChange.undoneById": "emptied",
  // Names and places in public lists.
  "CatalogueChange.subject": "nobody's",
  "CatalogueChange.subjectId": "nobody's",
  "CatalogueChange.kind": "nobody's",
  "CatalogueChange.before": "nobody's",
  "CatalogueChange.after": "nobody's",
  // Only which one, until its row is written.
  "OwedProjection.caseStudyId": "nobody's",
  "Import.personId": "emptied",
  // What an editor calls a file and where it is from, and a reason about many case studies at once.
  "Import.source": "nobody's",
  "Import.fileName": "nobody's",
  "Import.reason": "nobody's",
  "Import.format": "nobody's",
  "Import.encoding": "nobody's",
  "Import.topicId": "nobody's",
  "Import.base": "nobody's",
  "Import.stage": "nobody's",
  "Import.problem": "nobody's",
  "Import.notes": "nobody's",
  "Import.counts": "nobody's",
  // A process.
  "Import.heldBy": "nobody's",
  "ImportPart.bytes": "deleted",
  // What a report says of rows goes with the file that names them, and never repeats a contact.
  "ImportRow.key": "deleted",
  "ImportRow.title": "deleted",
  "ImportRow.outcome": "nobody's",
  "ImportRow.findings": "deleted",
  "ImportRow.caseStudyId": "nobody's",
  "ImportedRow.source": "nobody's",
  "ImportedRow.key": "nobody's",
  "ImportedRow.hash": "nobody's",
  // A key that names nobody.
  "LimitUse.key": "nobody's",
};

/** Lists that editors keep, and what is made of them. Nobody's details are in them. */
export const publicLists = [
  "Collection",
  "CollectionItem",
  "Council",
  "CouncilSuccession",
  "Download",
  "Figure",
  "FormerSlug",
  "Generation",
  "Synonym",
  "SupportType",
  "Topic",
];

/** The rest of the listing: choices from public lists. */
export const publicColumns = [
  ...["template", "councilId", "councilSlug", "councilType", "region", "topics", "support", "collections"],
  ...["outcome", "cost", "evidence", "month", "leadKey", "leadSlug", "leadName"],
].map((column) => `Listing.${column}`);

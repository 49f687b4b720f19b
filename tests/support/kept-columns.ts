/**
 * Where the database has what each row of the page on privacy is about. Every column that could hold something about a person
 * stands under exactly one row; a test holds both against each other.
 */
export const keptColumns: Record<string, readonly string[]> = {
  submitter: [
    ...["Person.name", "Person.email", "Version.authorId", "Revision.writerId", "Event.actorId"],
    ...["Contributor.personId", "Contributor.councilId", "PeopleEvent.personId"],
  ],
  draft: ["Revision.answers", "Attachment.name"],
  reading: ["WordReading.reading", "WordPicture.bytes"],
  attempt: ["Attempt.address", "Attempt.typed", "Attempt.errors"],
  record: [
    ...["Event.reason", "Comment.text", "Comment.writerId", "CaseStudy.slug", "Listing.slug", "Listing.title"],
    ...["Listing.titleSort", "Listing.summary", "Listing.councilName", "ListingText.about", "ListingText.body"],
    "Redirect.path",
  ],
  contact: ["Contact.name", "Contact.email", "Contact.phone", "Contact.doubt"],
  followUp: ["FollowUp.told", "FollowUp.text", "FollowUp.reason", "Enquiry.answer"],
  suggestion: ["Suggestion.text", "Suggestion.answer"],
  reporter: ["Suggestion.fromId"],
  factCheck: ["FactCheck.answer", "FactCheck.tokenHash"],
  alertAsked: ["Alert.query", "Alert.frequency", "Alert.tokenHash"],
  alert: ["Alert.personId"],
  alertLetter: ["Letter.kind"],
  letter: ["Letter.toId", "Letter.address", "Letter.refusal"],
  link: ["Link.tokenHash", "Link.purpose", "Link.personId"],
  search: ["SearchLog.words", "SearchLog.query"],
  count: ["LimitUse.key"],
  editor: [
    ...["Person.image", "PeopleEvent.actorId", "Contributor.confirmedById", "Version.assigneeId", "DeskVisit.personId"],
    ...["Suggestion.settledById", "FollowUp.settledById", "CatalogueChange.actorId", "CatalogueChange.undoneById"],
    "Import.personId",
  ],
  secondFactor: [
    ...["TwoFactor.secret", "TwoFactor.backupCodes", "TwoFactor.userId", "Account.accountId", "Account.providerId"],
    ...["Account.userId", "Account.accessToken", "Account.refreshToken", "Account.idToken", "Account.scope"],
    "Account.password",
  ],
  session: ["Session.token", "Session.userId", "Session.ipAddress", "Session.userAgent", "Verification.value"],
  importFile: ["ImportPart.bytes"],
  importReport: ["ImportRow.key", "ImportRow.title", "ImportRow.findings"],
};

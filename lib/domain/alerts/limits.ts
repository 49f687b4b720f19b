/** For how many days an alert waits to be confirmed. */
export const daysToConfirm = 7;

/** For how many days letters of an alert are kept once they have gone, and an alert that can match nothing any more. */
export const daysKept = 30;

/** After how many letters in a row whose mailbox is gone an alert ends. */
export const mostRefusals = 3;

/** After how many days a letter that was taken and has not come back counts as arrived. */
export const daysForReports = 3;

/** How many case studies one letter tells of by name. */
export const mostInLetter = 10;

/** How long a query may be, as it is written in an address. */
export const longestQuery = 2000;

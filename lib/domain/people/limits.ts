/** For how many hours what was typed into a form that was refused is kept. */
export const hoursAttemptsKept = 1;

/** For how many days it is kept what was looked for. */
export const daysSearchesKept = 90;

/** For how many days it is kept that somebody was sent a link they asked for. The link itself ends before. */
export const daysLettersKept = 30;

/** After how many days an editor has to sign in again, however busy they are. */
export const daysSignedIn = 7;

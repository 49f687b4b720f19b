/** As many as Unicode's own stream-safe text may have in a row (UAX #15); without a bound, NFC takes time by the square of them. */
const marksBeyondBound = /(\p{M}{30})\p{M}+/gu;

/** Text as it is kept: LF line ends, Unicode NFC, no NUL and no half characters (PostgreSQL holds neither), no space around. */
export const tidy = (text: string): string =>
  text
    .replaceAll("\0", "")
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(marksBeyondBound, "$1")
    .normalize("NFC")
    // Some marks are two once they are NFC.
    .replace(marksBeyondBound, "$1")
    .trim();

/** Text of one line as it is kept. */
export const oneLine = (text: string): string => tidy(text).replace(/\s+/g, " ");

/** Length in code points, so that the browser and the server count an emoji alike. */
export const lengthOf = (text: string): number => [...text].length;

/** A count as it is read: "10,000". */
export const inFigures = (count: number): string => count.toLocaleString("en-GB");

/** What a text that is too long is told: "10,000 characters or fewer". */
export const charactersOrFewer = (most: number): string => `${inFigures(most)} characters or fewer`;

/** A month as it is kept: "2024-02". */
export const yearAndMonth = /^(19|20)\d\d-(0[1-9]|1[0-2])$/;

/** Whether something can be rung, however it is written and whatever is said beside it. Nothing is no wrong number. */
export const isTelephone = (typed: string): boolean => typed === "" || typed.replace(/\D/g, "").length >= 5;

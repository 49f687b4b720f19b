/** Text as it is kept: LF line ends, Unicode NFC, no NUL and no half characters (PostgreSQL holds neither), no space around. */
export const tidy = (text: string): string =>
  text.replaceAll("\0", "").toWellFormed().replace(/\r\n?/g, "\n").normalize("NFC").trim();

/** Length in code points, so that the browser and the server count an emoji alike. */
export const lengthOf = (text: string): number => [...text].length;

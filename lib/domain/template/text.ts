/** Text as it is kept: LF line ends, Unicode NFC, no NUL (PostgreSQL cannot hold it), no space around. */
export const tidy = (text: string): string => text.replaceAll("\0", "").replace(/\r\n?/g, "\n").normalize("NFC").trim();

/** Length in code points, so that the browser and the server count an emoji alike. */
export const lengthOf = (text: string): number => [...text].length;

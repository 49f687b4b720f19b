/** Text as XML can hold it: some control characters cannot be written at all. */
export const shown = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "Europe/London" });

/** A day as people write it: "12 February 2024". */
export const dayInWords = (date: Date): string => day.format(date);

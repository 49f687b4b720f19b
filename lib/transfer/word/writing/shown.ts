/** Text as XML can hold it: some control characters cannot be written at all. */
export const shown = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");

const monthName = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** A month as people write it: "April 2024". What is none stays as it was typed. */
export function monthInWords(answer: string): string {
  return /^\d{4}-\d\d$/.test(answer) && !Number.isNaN(Date.parse(`${answer}-01`))
    ? monthName.format(new Date(`${answer}-01`))
    : answer;
}

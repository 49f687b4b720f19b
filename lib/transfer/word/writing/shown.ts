/** Text as XML can hold it: some control characters cannot be written at all. */
export const shown = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");

/** As much of a processor of `unified` as switching parts of its reader off takes. */
interface Reading {
  data: () => { micromarkExtensions?: object[] };
}

/**
 * Reads raw HTML and pictures of other sites as the words they are: an answer may have neither, and what somebody typed between
 * angle brackets must not vanish. A plugin of `unified`, for wherever answers are read.
 */
export function asTyped(this: Reading): void {
  const off = ["htmlFlow", "htmlText", "labelStartImage"];
  (this.data().micromarkExtensions ??= []).push({ disable: { null: off } });
}

const before = "files.";

/** The errors of an attempt that say which files were refused, by the question they were for. */
export const refusalsToKeep = (refused: readonly { question: string; message: string }[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(Object.groupBy(refused, ({ question }) => question)).map(([question, all = []]) => [
      before + question,
      all.map(({ message }) => message).join("\n"),
    ]),
  );

/** What was said of the files that were refused, by question: that of one that was taken is kept with it. */
export const saidOf = (refused: readonly { question: string; said?: object }[]): Record<string, object> =>
  Object.fromEntries(
    refused.flatMap(({ question, said }) => (said && Object.values(said).some(Boolean) ? [[question, said]] : [])),
  );

/** Why files were refused, by question. */
export const refusedIn = (attempt: { errors: Record<string, string> } | null): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(attempt?.errors ?? {})
      .filter(([name]) => name.startsWith(before))
      .map(([name, text]) => [name.slice(before.length), text.split("\n")]),
  );

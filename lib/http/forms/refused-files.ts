const before = "files.";

/** The errors of an attempt that say which files were refused, by the question they were for. */
export const refusalsToKeep = (refused: readonly { question: string; message: string }[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(Object.groupBy(refused, ({ question }) => question)).map(([question, all = []]) => [
      before + question,
      all.map(({ message }) => message).join("\n"),
    ]),
  );

/** What was said of refused files, by question. */
export const refusedIn = (attempt: { errors: Record<string, string> } | null): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(attempt?.errors ?? {})
      .filter(([name]) => name.startsWith(before))
      .map(([name, text]) => [name.slice(before.length), text.split("\n")]),
  );

/** What an editor is told who changes a collection that somebody else has taken away. */
export const goneWords = "The collection cannot be changed: somebody has retired it or taken it back meanwhile.";

/** PostgreSQL's parser of searches takes time by the square of a word's length, so no run of characters goes to it longer. */
const longestRun = 100;

const run = new RegExp(`\\S{${longestRun}}(?=\\S)`, "gu");

/** Text with spaces in every run of characters longer than any word. Matters to searches alone; nobody is shown it. */
export const searchable = (text: string): string => text.replace(run, "$& ");

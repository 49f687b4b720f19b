/** The most characters of a suggestion: enough to say what is wrong, too few for another case study. */
export const longestSuggestion = 2000;

/** The most characters of an answer to one: a letter that says what came of it. */
export const longestAnswer = 2000;

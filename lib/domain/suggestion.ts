/** The most characters of a suggestion: enough to say what is wrong, too few for another case study. */
export const longestSuggestion = 2000;

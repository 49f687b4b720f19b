/** What a list of results says of itself. */
export const resultLine = /Your search returned\s+[\d,]+\s+results?/i;

/** Whether a text is a page. */
export const isHtml = (text: string): boolean =>
  /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html)[\s>]/i.test(text);

/** Whether a text is a saved page of a list of case studies, as text or as HTML. */
export const looksLikeListing = (start: string): boolean => resultLine.test(start) || isHtml(start);

/** Text made safe inside an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * A complete page in plain HTML, for when the renderer cannot be asked.
 * In: heading and sentences as text, and one link; everything is escaped here. Out: the whole document.
 */
export function plainPage(heading: string, sentences: readonly string[], link: { to: string; text: string }): string {
  const paragraphs = sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join("\n");
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>${escapeHtml(heading)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
</head>
<body>
<main>
<h1>${escapeHtml(heading)}</h1>
${paragraphs}
<p><a href="${escapeHtml(link.to)}">${escapeHtml(link.text)}</a></p>
</main>
</body>
</html>
`;
}

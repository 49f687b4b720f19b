/** Whether a page arrived with everything in it: begun, ended, and not the empty document Next sends for an error. */
export function isWhole(html: string): boolean {
  const beginning = html.slice(0, 2000);
  if (!/<html[\s>]/i.test(beginning) || beginning.includes('id="__next_error__"')) return false;
  return html.trimEnd().slice(-7).toLowerCase() === "</html>";
}

/** Whether part of the page waits for script to be moved into place, so that without it a reader sees a placeholder. */
export function waitsForScript(html: string): boolean {
  return html.includes("<!--$?-->") || html.includes("<!--$!-->");
}

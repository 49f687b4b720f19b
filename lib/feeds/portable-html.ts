const kept = new Set(["href", "src", "alt", "width", "height", "scope", "start", "datetime"]);
const addresses = new Set(["href", "src"]);

/**
 * HTML as it can stand anywhere: no address in it is relative, and nothing refers to the styles and ids of our own pages.
 *
 * @param html as React wrote it: attributes in double quotes, and no quote as itself anywhere else
 * @param base where its relative addresses start from
 */
export function portableHtml(html: string, base: string): string {
  return html.replace(/ ([a-zA-Z-]+)="([^"]*)"/g, (_, name: string, value: string) => {
    if (!kept.has(name)) return "";
    return ` ${name}="${addresses.has(name) ? absolute(value, base) : value}"`;
  });
}

const written: Record<string, string> = { "&amp;": "&", "&#x27;": "'", "&quot;": '"', "&lt;": "<", "&gt;": ">" };

function absolute(value: string, base: string): string {
  const address = value.replace(/&(?:amp|quot|lt|gt|#x27);/g, (entity) => written[entity] ?? entity);
  // An address that is whole has no quote and no angle bracket left as itself.
  return URL.canParse(address, base)
    ? new URL(address, base).href.replaceAll("&", "&amp;").replaceAll('"', "&quot;")
    : value;
}

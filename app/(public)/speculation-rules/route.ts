import { speculationRules } from "#lib/domain/addresses/public-pages.ts";

/** Which links a browser may fetch before they are followed. Every public page names this address in a header. */
export function GET() {
  return Response.json(speculationRules, {
    headers: { "content-type": "application/speculationrules+json", "cache-control": "public, max-age=3600" },
  });
}

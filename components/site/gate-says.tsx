import type { PageDirective } from "#lib/domain/addresses/page-directive.ts";

/** What a page tells the gate, which obeys it and takes it out. A page of the framework can set no status by itself. */
export function GateSays(directive: PageDirective) {
  return <meta name="gate" content={JSON.stringify(directive)} />;
}

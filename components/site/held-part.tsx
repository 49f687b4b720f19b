// eslint-disable-next-line no-restricted-syntax -- no browser runs it: it is one only for what is said below
"use client";

import { finished } from "#lib/domain/addresses/page-directive.ts";
import { heldHtml, type Held } from "#lib/http/held-html.ts";

/**
 * A part of a page that is HTML already, as React made it. Of a component for browsers the framework describes the properties alone, and
 * no page of ours has the script that would read more: otherwise the HTML would be in the answer twice.
 */
export function HeldPart({ held }: { held: Held }) {
  const html = heldHtml(held);
  // The gate takes the element away and leaves what is in it, which has none of the framework's script.
  return <div {...{ [finished]: html.length }} dangerouslySetInnerHTML={{ __html: html }} />;
}

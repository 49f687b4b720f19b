import type { Queries } from "#lib/data/db.ts";
import { mailedPaths } from "#lib/domain/mailed-paths.ts";
import { pageStates } from "#lib/domain/workflow/states.ts";

/** More than any chain of addresses that follow one another. */
const furthest = 20;

/** Where the readers of a path end up, once every redirect was followed. */
export async function endOf(tx: Queries, path: string): Promise<string> {
  let end = path;
  for (let hops = 0; hops < furthest; hops++) {
    const redirect = await tx.redirect.findUnique({ where: { path: end } });
    if (!redirect) return end;
    end = redirect.target;
  }
  return end;
}

/**
 * Whether readers of a case study that goes can be sent to a path: they neither come back to it nor end at a case study
 * that has no page.
 */
export async function canLeadTo(
  tx: Queries,
  path: string,
  from: { id: string; slug: string | null },
): Promise<boolean> {
  const end = (await endOf(tx, path)).split(/[?#]/, 1)[0] ?? "";
  const [, slug] = /^\/case-studies\/([^/]+)$/.exec(end) ?? [];
  if (!slug) return !(from.slug && end.startsWith(mailedPaths.caseStudy(from.slug)));
  const shown = { slug, id: { not: from.id }, versions: { some: { state: { in: [...pageStates] } } } };
  return (await tx.caseStudy.count({ where: shown })) > 0;
}

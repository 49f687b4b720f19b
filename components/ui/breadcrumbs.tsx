export interface Crumb {
  name: string;
  path: string;
}

/** The pages above this one, nearest last. */
export function Breadcrumbs({ trail }: { trail: readonly Crumb[] }) {
  if (!trail.length) return null;
  return (
    <nav aria-label="Breadcrumb" className="no-print mb-4">
      <ol className="flex flex-wrap gap-x-2 text-small">
        {trail.map(({ name, path }, index) => (
          <li key={path} className="flex gap-x-2">
            <a href={path} className="quiet-link">
              {name}
            </a>
            {index < trail.length - 1 && <span aria-hidden="true">›</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

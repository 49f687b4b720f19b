import { paths } from "#lib/http/paths.ts";

const parts = [
  { key: "collections", name: "Collections", path: paths.editCollections },
  { key: "councils", name: "Councils", path: paths.editCouncils },
] as const;

/** The ways between the lists that editors keep. */
export function Parts({ now }: { now: (typeof parts)[number]["key"] }) {
  return (
    <nav aria-label="Catalogue" className="mb-8">
      <ul className="flex flex-wrap gap-x-5">
        {parts.map(({ key, name, path }) => (
          <li key={key}>
            <a
              href={path}
              aria-current={key === now ? "page" : undefined}
              className="inline-block py-1 aria-[current]:font-bold"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

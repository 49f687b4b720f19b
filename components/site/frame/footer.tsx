import { licence } from "#lib/domain/licence.ts";
import { paths } from "#lib/http/paths.ts";

const links = [
  { name: "Collections", path: paths.collections },
  { name: "Support types", path: paths.supportTypes },
  { name: "Downloads", path: paths.downloads },
  { name: "API", path: paths.api },
  { name: "Contact", path: paths.contact },
  { name: "Accessibility", path: paths.accessibility },
  { name: "Privacy", path: paths.privacy },
  { name: "Cookies", path: paths.cookies },
];

/** The same on every page, with help in the same place. */
export function Footer() {
  return (
    <footer className="no-print border-t border-line bg-wash text-small">
      <div className="band py-10">
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          {links.map(({ name, path }) => (
            <li key={path}>
              <a href={path} className="quiet-link inline-block py-0.5">
                {name}
              </a>
            </li>
          ))}
        </ul>
        <p className="mt-6 max-w-prose text-soft">
          Case studies are available under the{" "}
          <a href={licence.url} className="quiet-link">
            {licence.name}
          </a>
          , except where a page says otherwise.
        </p>
      </div>
    </footer>
  );
}

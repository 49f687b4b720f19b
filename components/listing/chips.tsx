import type { Chip } from "#lib/domain/listing/chips.ts";
import { paths } from "#lib/http/paths.ts";

export { chipsOf, type Chip } from "#lib/domain/listing/chips.ts";

/** Each chip takes its filter away. On paper they are a sentence. */
export function Chips({ chips }: { chips: readonly Chip[] }) {
  if (!chips.length) return null;
  return (
    <ul aria-label="Filters in force" className="chips">
      {chips.map(({ name, rest }) => (
        <li key={name}>
          <a href={paths.listing(rest)} className="chip">
            <span className="sr-only">Remove filter: </span>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}

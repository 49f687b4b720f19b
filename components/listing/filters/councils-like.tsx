import { alikeTo, type ListingQuery } from "#lib/domain/listing/query.ts";
import type { Term } from "#lib/domain/listing/groups.ts";
import { councilsNear } from "#lib/domain/listing/typed/councils.ts";
import { paths } from "#lib/http/paths.ts";
import { Folded } from "./folded.tsx";
import { Unreadable } from "./unreadable.tsx";

interface Props {
  query: ListingQuery;
  councils: readonly Term[];
  /** What was typed that is the name of none. */
  unread: string | undefined;
}

/** Whose councils the results should be like: a name, which the address keeps and nothing else does. */
export function CouncilsLike({ query, councils, unread }: Props) {
  const chosen = query.like && councils.find(({ slug }) => slug === query.like)?.name;
  return (
    <Folded
      label="Councils like mine"
      legend="Filter by councils like yours"
      open={query.like !== null || unread !== undefined}
    >
      <label htmlFor="like" className="text-small">
        Your council
      </label>
      {unread !== undefined && (
        <Unreadable field="like">
          We have no council of this name. <Meant query={query} near={councilsNear(unread, councils)} />
        </Unreadable>
      )}
      <input
        id="like"
        name="like"
        type="text"
        defaultValue={unread ?? chosen ?? ""}
        maxLength={100}
        autoComplete="organization"
        className="field text-small"
        aria-invalid={unread !== undefined || undefined}
        aria-describedby={unread === undefined ? "like-hint" : "like-error like-hint"}
      />
      <p id="like-hint" className="mt-1 mb-3 text-small text-soft">
        Shows councils that share two or more with it: kind, region, size, and how rural they are
      </p>
    </Folded>
  );
}

function Meant({ query, near }: { query: ListingQuery; near: readonly Term[] }) {
  if (!near.length) return "Check its spelling.";
  return (
    <>
      Did you mean{" "}
      {near.map(({ slug, name }, index) => (
        <span key={slug}>
          {index > 0 && ", "}
          <a href={paths.listing(alikeTo(query, slug))}>{name}</a>
        </span>
      ))}
      ?
    </>
  );
}

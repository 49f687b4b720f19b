import { Folded } from "./folded.tsx";

interface Props {
  /** Name of the council chosen, or null. */
  chosen: string | null;
}

/** Whose councils the results should be like: a name, which the address keeps and nothing else does. */
export function CouncilsLike({ chosen }: Props) {
  return (
    <Folded label="Councils like mine" legend="Filter by councils like yours" open={chosen !== null}>
      <label htmlFor="like" className="text-small">
        Your council
      </label>
      <input
        id="like"
        name="like"
        type="text"
        defaultValue={chosen ?? ""}
        maxLength={100}
        autoComplete="organization"
        className="field text-small"
        aria-describedby="like-hint"
      />
      <p id="like-hint" className="mt-1 mb-3 text-small text-soft">
        Shows councils that share two or more with it: kind, region, size, and how rural they are
      </p>
    </Folded>
  );
}

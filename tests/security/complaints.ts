import { inapplicable } from "./requirements/inapplicable.ts";
import { ownList, requirements } from "./requirements.ts";
import type { Inapplicable, Requirement } from "./requirement.ts";
import type { Claim } from "./titles.ts";

interface List {
  requirements: readonly Requirement[];
  inapplicable: readonly Inapplicable[];
  ownList: ReadonlySet<string>;
}

const ours: List = { requirements, inapplicable, ownList };

/** Where what the list says of a requirement and what the titles of tests say differ, each in a sentence. */
export function complaintsAbout(claims: readonly Claim[], list: List = ours): string[] {
  const applies = new Map(list.requirements.map((one) => [one.id, one]));
  const not = new Set(list.inapplicable.flatMap(({ level1, level2 }) => [...level1, ...level2]));
  const claimed = new Map(
    claims.flatMap(({ ids, file, title }) => ids.map((id) => [id, `${file}: ${title}`] as const)),
  );
  const all = [...list.requirements.map(({ id }) => id), ...not];

  return [
    ...all.filter((id, at) => all.indexOf(id) !== at).map((id) => `${id} is listed twice.`),
    ...[...claimed].flatMap(([id, where]) => {
      if (not.has(id)) return [`${id} is said not to apply, and is claimed by “${where}”.`];
      const status = applies.get(id)?.status.is;
      if (!status) return [`${id} is not in the list, and is claimed by “${where}”.`];
      return status === "unmet" ? [`${id} is said to be unmet, and is claimed by “${where}”.`] : [];
    }),
    ...list.requirements
      .filter(({ id, status }) => status.is === "proved" && !claimed.has(id))
      .map(({ id }) => `${id} is said to be proved, and no title has its number.`),
    ...[...list.ownList]
      .filter((id) => !["proved", "unmet"].includes(applies.get(id)?.status.is ?? ""))
      .map((id) => `${id} is on the product's own list and has to be proved, or unmet with the reason.`),
  ];
}

import type { Handle, History, Look, Op } from "./history.ts";
import { mayRefuse } from "./model.ts";
import { replay, shownOver, type Replayed } from "./replay.ts";
import type { Effect, Kept, VersionRow } from "./rows.ts";

export interface Told {
  history: History;
  kept: Kept;
  /** The ids of the clients as people, in the order of their numbers from 1. */
  people: readonly string[];
}

/** How long something may take from the moment noted beside it until others see it, where nobody was told that it was done. */
const slackMs = 10_000;

/** Everything that cannot have been as the clients were told, had the workflow been followed; none if all is well. */
export function divergences({ history, kept, people }: Told): string[] {
  const replayed = new Map(kept.versions.map((version) => [version.id, replay(version, kept)]));
  const versions = versionsOf(history.handles, kept, people);
  const ofHandles = new Map([...versions].map(([handle, { id }]) => [id, history.handles[handle]]));
  const strays = kept.versions.filter(({ id }) => !ofHandles.has(id));
  const lost = history.handles.filter(({ number }) => !versions.has(number));
  const effects = effectsOf(kept, people, ofHandles);
  const claims = new Map<Effect, Op>();
  const answers = history.ops.flatMap((op) => {
    const version = versions.get(op.handle);
    const found = version ? replayed.get(version.id) : undefined;
    return found ? wrongAnswer(op, found) : [];
  });
  return [
    ...[...replayed.values()].flatMap(({ faults }) => faults),
    ...strays.map(({ id }) => `nobody started ${id}`),
    ...lost.map(({ title, draft }) => `${title} is lost: ${draft}`),
    ...answers,
    ...effects.filter(({ effect }) => !claims.has(effect)).map(({ effect }) => `nobody asked for ${tell(effect)}`),
    ...history.looks.flatMap((look) => wrongLook(look, shownOf(look), claims)),
  ];

  function wrongAnswer(op: Op, { version, frames }: Replayed): string[] {
    const name = `client ${op.client}, ${op.kind} of ${version.id} at ${op.invoked}`;
    const within = effects.filter(
      ({ client, effect: { at } }) => client === op.client && at >= op.invoked && at <= op.responded,
    );
    for (const { effect } of within)
      if (effect.version === version.id && expected(op).includes(effect.kind)) claims.set(effect, op);
    const done = within.filter(({ effect }) => effect.version === version.id && effect.kind === expected(op)[0]);
    const words = done.filter(({ effect }) => op.mark && effect.text !== op.mark);
    const wish = {
      kind: op.kind,
      basedOn: op.basedOn,
      actor: op.client === ownerOf(op) && isAuthors(op) ? version.author : (people[op.client - 1] ?? null),
    };
    const others = kept.versions
      .filter(({ id, caseStudyId }) => id !== version.id && caseStudyId === version.caseStudyId)
      .flatMap(({ id }) => during(replayed.get(id)?.frames ?? [], op));
    const refusable = () => during(frames, op).some((view) => mayRefuse(view, others, wish));
    if (op.kind === "next") return [];
    return [
      ...(done.length > 1 ? [`${name} was done ${done.length} times`] : []),
      ...words.map(({ effect }) => `${name} kept other words: ${effect.text}`),
      ...(op.told === "done" && !done.length ? [`${name} was acknowledged and is lost`] : []),
      ...(op.told === "refused" && done.length && !op.again ? [`${name} was refused and done all the same`] : []),
      ...(op.told !== "done" && !done.length && !refusable() ? [`${name} was refused without a reason`] : []),
    ];
  }

  function shownOf({ title }: Look) {
    const handle = history.handles.find((one) => one.title === title && one.startKey);
    return shownOver(versions.get(handle?.number ?? -1)?.caseStudyId ?? "", kept);
  }

  function ownerOf({ handle }: Op) {
    return history.handles[handle]?.owner;
  }
}

const tell = ({ kind, version, actor, at }: Effect) => `${kind} of ${version} by ${actor} at ${Math.round(at)}`;
const isAuthors = ({ kind }: Op) => ["save", "submit", "confirm", "takeBack"].includes(kind);

/** What an answer stands for, what cannot be missing first. */
const expected = ({ kind }: Op): string[] =>
  kind === "save" || kind === "edit" ? ["revision"] : kind === "submit" ? ["submit", "revision"] : [kind];

/** Which version is which. */
function versionsOf(handles: readonly Handle[], { versions, events }: Kept, people: readonly string[]) {
  const first = new Map(versions.filter(({ number }) => number === 1).map((version) => [version.startKey, version]));
  const byId = new Map(versions.map((version) => [version.id, version]));
  const firstOf = new Map(
    handles.filter(({ startKey }) => startKey).map(({ title, startKey }) => [title, first.get(startKey)]),
  );
  const starts = events.filter(({ kind }) => kind === "start");
  const found = handles.map(({ number, title, startKey, id, owner, asked }): [number, VersionRow | undefined] => {
    if (startKey) return [number, first.get(startKey)];
    if (id) return [number, byId.get(id)];
    const [from, to] = asked ?? [0, 0];
    const start = starts.find(
      ({ at, actor, version }) =>
        at >= from &&
        at <= to &&
        actor === people[owner - 1] &&
        byId.get(version)?.caseStudyId === firstOf.get(title)?.caseStudyId,
    );
    return [number, byId.get(start?.version ?? "")];
  });
  return new Map(found.filter((pair): pair is [number, VersionRow] => Boolean(pair[1])));
}

/** Everything that somebody must have asked for, with who that was. */
function effectsOf(
  { versions, events, revisions, comments }: Kept,
  people: readonly string[],
  handles: ReadonlyMap<string, Handle | undefined>,
) {
  const authors = new Map(versions.map(({ id, author }) => [id, author]));
  // A version begins with these, and the site itself replaces one and publishes at its time.
  const asked = [...events, ...revisions, ...comments].filter(
    ({ kind, revision, actor }) =>
      kind !== "start" &&
      !(kind === "revision" && revision === 1) &&
      !(kind === "supersede" && !actor) &&
      !(kind === "publish" && !actor),
  );
  return asked.map((effect) => {
    const byAuthor = effect.actor === null || effect.actor === authors.get(effect.version);
    const client = byAuthor ? handles.get(effect.version)?.owner : people.indexOf(effect.actor ?? "") + 1;
    return { effect, client };
  });
}

/** How a version can have been while something was asked for. */
const during = (frames: Replayed["frames"], { invoked, responded }: Pick<Op, "invoked" | "responded">) =>
  frames
    .filter(({ at }, place) => at <= responded && (frames[place + 1]?.at ?? Infinity) + slackMs >= invoked)
    .map(({ view }) => view);

function wrongLook(look: Look, shown: ReturnType<typeof shownOver>, claims: ReadonlyMap<Effect, Op>): string[] {
  const possible = shown.filter(({ at }, place) => {
    const next = shown[place + 1];
    if (!next) return at <= look.responded;
    const op = next.by && claims.get(next.by);
    const seenBy = op?.told === "done" ? Math.min(op.responded, next.at + slackMs) : next.at + slackMs;
    return at <= look.responded && seenBy >= look.invoked;
  });
  const isSo = possible.some(({ page, found }) => look.seen === page || look.seen === (found ? "found" : "not found"));
  return isSo
    ? []
    : [
        `${look.title} was ${look.seen} at ${look.invoked}, and can have been ${possible.map(({ page }) => page).join(", ")}`,
      ];
}

import { charactersOrFewer } from "../template/text.ts";
import { longestName, type TermRefusal, type Wish } from "./decide.ts";
import { findTerm, type TermList, type Terms } from "./terms.ts";

/** A list as editors are told of it. */
export const listWords: Record<TermList, { one: string; many: string; title: string; segment: string }> = {
  topic: { one: "topic", many: "topics", title: "Topics", segment: "topics" },
  supportType: { one: "support type", many: "support types", title: "Support types", segment: "support-types" },
};

/** The list whose pages lie at a part of an address. Null for another. */
export const listAt = (segment: string): TermList | null =>
  (Object.keys(listWords) as TermList[]).find((list) => listWords[list].segment === segment) ?? null;

/** Why a list stays as it is, in words that say what to do. */
export function refusedBecause({ why, about = "" }: TermRefusal, list: TermList): string {
  const { one } = listWords[list];
  switch (why) {
    case "gone":
      return `This ${one} is no longer there: whoever added it has undone that.`;
    case "merged-meanwhile":
      return `This ${one} was merged into “${about}” meanwhile. Undo that first, from the list of changes.`;
    case "name-missing":
      return `Enter a name for the ${one}`;
    case "name-too-long":
      return `Use ${charactersOrFewer(longestName)}`;
    case "name-without-letters":
      return "Use letters from A to Z or figures, as the name makes the address";
    case "name-taken":
      return `“${about}” has this name already, or one that makes the same address. Choose another name`;
    case "name-of-retired":
      return `“${about}” has this name and is retired. Bring it back, or choose another name`;
    case "name-of-merged":
      return `“${about}” had this name before it was merged, and its address still leads on. Undo the merge, or choose another name`;
    case "unchanged":
      return "That is how it is already.";
    case "no-such-place":
      return "Choose a topic of the top level to put it under";
    case "place-retired":
      return `“${about}” is retired. Bring it back first.`;
    case "place-not-on-top":
      return `“${about}” lies within another topic itself, and there are two levels only. Choose one of the top level`;
    case "has-others-within":
      return `There are topics within “${about}”, and there are two levels only. Move those first.`;
    case "at-the-end":
      return "It is the first or the last there already.";
    case "within-still-offered":
      return `“${about}” lies within it and is still offered. Retire or move what lies within it first.`;
    case "not-retired":
      return "It is not retired.";
    case "no-such-other":
      return `Choose the ${one} that is to stand for it`;
    case "other-retired":
      return `“${about}” is retired. Bring it back first, or choose another.`;
    case "other-within":
      return `“${about}” lies within it. Move that to the top level first.`;
    case "other-not-on-top":
      return `It has topics within it, and “${about}” lies within another topic: there are two levels only. Move what lies within it first, or choose a topic of the top level.`;
  }
}

/** What was done, in a sentence for the list of changes. @param rows as they were before it */
export function saidOf(wish: Wish, rows: Terms, list: TermList): string {
  const named = (id: string | null) => `“${findTerm(rows, id)?.name ?? id ?? ""}”`;
  const { one } = listWords[list];
  switch (wish.do) {
    case "add":
      return `Added the ${one} “${wish.name}”${wish.under ? ` under ${named(wish.under)}` : ""}`;
    case "rename":
      return `Renamed the ${one} ${named(wish.id)} to “${wish.name}”`;
    case "move":
      return `Moved the ${one} ${named(wish.id)} ${wish.under ? `under ${named(wish.under)}` : "to the top level"}`;
    case "up":
    case "down":
      return `Moved the ${one} ${named(wish.id)} ${wish.do} one place`;
    case "retire":
      return `Retired the ${one} ${named(wish.id)}`;
    case "bringBack":
      return `Brought back the ${one} ${named(wish.id)}`;
    case "merge":
      return `Merged the ${one} ${named(wish.id)} into ${named(wish.into)}`;
  }
}

/** What is about to be done, in a sentence. */
export function willDo(wish: Wish, rows: Terms): string {
  const named = (id: string | null) => `“${findTerm(rows, id)?.name ?? id ?? ""}”`;
  switch (wish.do) {
    case "add":
      return `“${wish.name}” is added.`;
    case "rename":
      return `${named(wish.id)} is called “${wish.name}” from now on.`;
    case "move":
      return wish.under
        ? `${named(wish.id)} lies within ${named(wish.under)} from now on.`
        : `${named(wish.id)} moves to the top level.`;
    case "up":
    case "down":
      return `${named(wish.id)} moves ${wish.do} one place.`;
    case "retire":
      return `${named(wish.id)} is no longer offered in forms. Drafts and submissions that name it have to choose another before they are sent or published.`;
    case "bringBack":
      return `${named(wish.id)} is offered in forms again.`;
    case "merge":
      return `${named(wish.into)} stands for ${named(wish.id)} from now on.`;
  }
}

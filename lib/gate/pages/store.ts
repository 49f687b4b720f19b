import type { KeptPage } from "#lib/gate/pages/kept-page.ts";

interface Place {
  page: KeptPage;
  /** Whether it was read since room was last made. */
  read: boolean;
}

export interface PageStore {
  find(key: string): KeptPage | undefined;
  keep(key: string, page: KeptPage): void;
  /** How many pages there are, and how many bytes they take. */
  size(): { pages: number; bytes: number };
}

/**
 * Keeps pages by key within a number of bytes. What has been there for the longest time goes, unless it was read since room was
 * last made; then it is spared once. What shows an earlier state than the page that wants the room is never shown again.
 */
export function createPageStore(mostBytes: number): PageStore {
  // A map keeps the order in which its keys were set. To note that a page was read is quicker than to move it in there.
  const places = new Map<string, Place>();
  let bytes = 0;

  function drop(key: string) {
    const place = places.get(key);
    if (!place) return;
    places.delete(key);
    bytes -= place.page.bytes + key.length;
  }

  function makeRoom(size: number, generation: bigint | null) {
    for (const [key, place] of places) {
      if (bytes + size <= mostBytes) return;
      if (!place.read || isPast(place.page.generation, generation)) {
        drop(key);
        continue;
      }
      place.read = false;
      places.delete(key);
      places.set(key, place);
    }
  }

  return {
    size: () => ({ pages: places.size, bytes }),
    find(key) {
      const place = places.get(key);
      if (!place) return undefined;
      place.read = true;
      return place.page;
    },
    keep(key, page) {
      drop(key);
      const size = page.bytes + key.length;
      if (size > mostBytes) return;
      makeRoom(size, page.generation);
      places.set(key, { page, read: false });
      bytes += size;
    },
  };
}

/** What is the same in all states has none, and is never past. */
const isPast = (generation: bigint | null, present: bigint | null): boolean =>
  generation !== null && present !== null && generation < present;

const dearShare = 0.5;

/** A store in which pages that are one of very many have a share of their own, so that a flood of them pushes out no other. */
export function createTwoStores(mostBytes: number, isDear: (key: string) => boolean): PageStore {
  const dear = createPageStore(mostBytes * dearShare);
  const others = createPageStore(mostBytes * (1 - dearShare));
  return {
    // To look in both is quicker than to tell which it is.
    find: (key) => others.find(key) ?? dear.find(key),
    keep: (key, page) => (isDear(key) ? dear : others).keep(key, page),
    size() {
      const [one, other] = [dear.size(), others.size()];
      return { pages: one.pages + other.pages, bytes: one.bytes + other.bytes };
    },
  };
}

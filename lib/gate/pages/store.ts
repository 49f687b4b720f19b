import type { KeptPage } from "#lib/gate/pages/kept-page.ts";

interface Place {
  page: KeptPage;
  /** Whether it was read since it was last looked at for room. */
  read: boolean;
}

export interface PageStore {
  find(key: string): KeptPage | undefined;
  keep(key: string, page: KeptPage): void;
  /** How many pages there are, and how many bytes they take. */
  size(): { pages: number; bytes: number };
}

/** Keeps pages by key within a number of bytes. Of those there for the longest time, the first that nobody read since goes. */
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

  function makeRoom(size: number) {
    for (const [key, place] of places) {
      if (bytes + size <= mostBytes) return;
      if (!place.read) {
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
      makeRoom(size);
      places.set(key, { page, read: false });
      bytes += size;
    },
  };
}

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

import type { KeptPage } from "#lib/gate/pages/kept-page.ts";

export interface PageStore {
  find(key: string): KeptPage | undefined;
  keep(key: string, page: KeptPage): void;
  /** How many pages there are, and how many bytes they take. */
  size(): { pages: number; bytes: number };
}

/** Keeps pages by key within a number of bytes; those not read for the longest time go first. */
export function createPageStore(mostBytes: number): PageStore {
  // A map keeps the order in which its keys were set.
  const pages = new Map<string, KeptPage>();
  let bytes = 0;

  function drop(key: string) {
    const page = pages.get(key);
    if (!page) return;
    pages.delete(key);
    bytes -= page.bytes + key.length;
  }

  return {
    size: () => ({ pages: pages.size, bytes }),
    find(key) {
      const page = pages.get(key);
      if (!page) return undefined;
      pages.delete(key);
      pages.set(key, page);
      return page;
    },
    keep(key, page) {
      drop(key);
      pages.set(key, page);
      bytes += page.bytes + key.length;
      for (const oldest of pages.keys()) {
        if (bytes <= mostBytes) break;
        drop(oldest);
      }
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

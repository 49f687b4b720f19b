interface Place {
  name: string;
  path: string;
}

/** Where a page stands: the pages above it, and itself last. */
export const breadcrumbData = (origin: string, trail: readonly Place[]) => ({
  "@context": "https://schema.org",
  "@type": "BreadcrumbList",
  itemListElement: trail.map(({ name, path }, index) => ({
    "@type": "ListItem",
    position: index + 1,
    name,
    item: origin + path,
  })),
});

/**
 * One page of a list.
 *
 * @param start the number of its first item in the whole list
 * @param total how many the whole list has
 */
export const listData = (origin: string, items: readonly Place[], start: number, total: number) => ({
  "@context": "https://schema.org",
  "@type": "ItemList",
  numberOfItems: total,
  itemListElement: items.map(({ name, path }, index) => ({
    "@type": "ListItem",
    position: start + index,
    name,
    url: origin + path,
  })),
});

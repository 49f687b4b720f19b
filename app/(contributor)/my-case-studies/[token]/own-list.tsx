import type { ReactNode } from "react";

interface Props<Item> {
  heading: string;
  items: readonly Item[];
  none: string;
  children: (item: Item) => ReactNode;
}

/** One group of a person's own list. */
export function OwnList<Item>({ heading, items, none, children }: Props<Item>) {
  return (
    <section aria-labelledby={heading} className="mb-10 max-w-prose">
      <h2 id={heading} className="mb-2 !text-h3">
        {heading}
      </h2>
      {items.length ? (
        <ul className="border-t-[3px] border-ink">
          {items.map((item, index) => (
            <li key={index} className="border-b border-line py-3">
              {children(item)}
            </li>
          ))}
        </ul>
      ) : (
        <p className="border-t-[3px] border-ink pt-3 text-soft">{none}</p>
      )}
    </section>
  );
}

import type { ReactNode } from "react";

interface Props {
  caption: string;
  /** The heading of the names, then those of the numbers. */
  head: readonly [string, ...string[]];
  /** The first of each is its name. */
  rows: readonly (readonly [ReactNode, ...ReactNode[]])[];
}

/** The numbers of a chart. It is wider than a small screen only where its words are, and then moves by itself. */
export function NumbersTable({ caption, head: [names, ...numbers], rows }: Props) {
  return (
    <section className="relative mt-6 max-w-[44rem] overflow-x-auto" aria-label={caption} tabIndex={0}>
      <table className="figures dense">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{names}</th>
            {numbers.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...values], index) => (
            <tr key={index}>
              <th scope="row">{name}</th>
              {values.map((value, place) => (
                <td key={numbers[place]}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

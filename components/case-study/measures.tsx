import type { Measure } from "#lib/domain/template/answers.ts";

/** Figures before and after. */
export function Measures({ measures }: { measures: readonly Measure[] }) {
  if (!measures.length) return null;
  return (
    <section className="mt-6 max-w-prose overflow-x-auto" aria-label="Measures" tabIndex={0}>
      <table className="figures">
        <caption className="sr-only">Measures before and after</caption>
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col" className="number">
              Before
            </th>
            <th scope="col" className="number">
              After
            </th>
          </tr>
        </thead>
        <tbody>
          {measures.map(({ name, before, after, unit }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                {unit && <span className="text-soft"> ({unit})</span>}
              </th>
              <td className="number">{before}</td>
              <td className="number">{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

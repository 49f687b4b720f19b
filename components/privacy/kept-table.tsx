import { howLong, type Kept } from "#lib/domain/people/kept.ts";

/** What is kept about people, why, who sees it and for how long. */
export function KeptTable({ rows }: { rows: readonly Kept[] }) {
  return (
    <section className="wide" tabIndex={0} aria-label="What we keep">
      <table className="figures">
        <caption className="sr-only">What we keep</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Why</th>
            <th scope="col">Who sees it</th>
            <th scope="col">How long</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} id={row.key}>
              <th scope="row">{row.what}</th>
              <td>
                {row.why}
                {row.basis === "consent" && ", with your consent"}
              </td>
              <td>{row.seenBy}</td>
              <td>{howLong(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import type { CopiedKind, Said } from "#lib/domain/people/copy.ts";
import { nameOfKind } from "#lib/domain/people/write-copy.ts";
import { yearAndMonth } from "#lib/domain/template/text.ts";
import { longDate, monthNamed } from "#components/ui/words.ts";

/** What is held about somebody, kind by kind; at the end which kinds there is nothing of. */
export function CopiedKinds({ kinds }: { kinds: readonly CopiedKind[] }) {
  const empty = kinds.filter(({ items }) => !items.length);
  return (
    <>
      {kinds
        .filter(({ items }) => items.length)
        .map((kind) => (
          <section key={kind.key} aria-labelledby={kind.key} className="mb-10 max-w-prose">
            <h2 id={kind.key} className="mb-2 border-t-[3px] border-ink pt-3 !text-h3">
              {nameOfKind(kind)}
            </h2>
            <ul>
              {kind.items.map((item, index) => (
                <li key={index} className="border-b border-line py-3">
                  <Value said={item} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      {empty.length > 0 && (
        <section className="prose mb-10" aria-labelledby="nothing">
          <h2 id="nothing" className="!text-h3">
            There is nothing of
          </h2>
          <ul>
            {empty.map((kind) => (
              <li key={kind.key}>{nameOfKind(kind)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** What there is; what is empty is left out. */
function Value({ said }: { said: Said | Readonly<Record<string, Said>> }) {
  if (Array.isArray(said))
    return (
      <ul className="border-l-2 border-line pl-4">
        {said.map((one: Said, index) => (
          <li key={index} className="py-1">
            <Value said={one} />
          </li>
        ))}
      </ul>
    );
  if (said !== null && typeof said === "object")
    return (
      <dl className="text-small">
        {Object.entries(said as Record<string, Said>)
          .filter(([, value]) => !isNothing(value))
          .map(([label, value]) => (
            <div key={label} className="py-0.5">
              <dt className="inline font-bold">{label}: </dt>
              <dd className={typeof value === "object" ? "pl-4" : "inline"}>
                <Value said={value} />
              </dd>
            </div>
          ))}
      </dl>
    );
  const words = inWords(said as string | number | boolean);
  return <span className={`whitespace-pre-wrap wrap-anywhere ${isLong(words) ? "block" : ""}`}>{words}</span>;
}

/** What would go on over the end of a line on a phone stands below its name. */
const isLong = (words: string) => words.length > 40 || words.includes("\n");

const isNothing = (said: Said) => said === null || said === "" || (Array.isArray(said) && said.length === 0);

const moment = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

function inWords(said: string | number | boolean): string {
  if (typeof said === "boolean") return said ? "Yes" : "No";
  if (yearAndMonth.test(String(said))) return monthNamed(String(said));
  return moment.test(String(said)) ? longDate(new Date(said as string)) : String(said);
}

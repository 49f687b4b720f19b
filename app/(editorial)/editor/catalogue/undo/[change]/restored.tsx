import { counted } from "#components/ui/words.ts";

/** Which case studies get their tags back, and which are left as they are. */
export function Restored({ restored, left }: { restored: readonly string[]; left: readonly string[] }) {
  return (
    <div className="my-8 max-w-prose border-t-[3px] border-ink pt-4">
      <p>{counted(restored.length, "case study gets", "case studies get")} back the tags from before.</p>
      <Titles heading="Which they are" titles={restored} />
      {left.length > 0 && (
        <>
          <p className="mt-4">
            {counted(left.length, "was changed since and is", "were changed since and are")} left as they are.
          </p>
          <Titles heading="Which are left" titles={left} />
        </>
      )}
    </div>
  );
}

function Titles({ heading, titles }: { heading: string; titles: readonly string[] }) {
  return (
    <details className="mt-2">
      <summary className="py-1 text-link underline underline-offset-4">{heading}</summary>
      <ul className="mt-1 list-disc pl-6">
        {titles.map((title, index) => (
          <li key={`${title} ${index}`}>{title}</li>
        ))}
      </ul>
    </details>
  );
}

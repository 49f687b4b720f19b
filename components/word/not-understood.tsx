import type { NotUnderstood as Part } from "#lib/domain/word/reading.ts";

/** Words of the file that no question took, to be copied from here. */
export function NotUnderstood({ parts, name }: { parts: readonly Part[]; name: string }) {
  if (!parts.length) return null;
  return (
    <>
      {parts.map(({ question, heading, text }, index) => (
        <div key={index} className="mt-5 max-w-prose">
          <label htmlFor={`${name}-${index}`} className="block font-bold">
            {heading
              ? `Not understood, under “${heading}”`
              : question === null
                ? "Words under no heading"
                : "Not understood"}
          </label>
          <textarea
            id={`${name}-${index}`}
            readOnly
            rows={Math.min(8, Math.max(2, text.split("\n").length))}
            defaultValue={text}
            className="mt-2 block w-full border-2 border-line bg-wash p-3"
          />
        </div>
      ))}
    </>
  );
}

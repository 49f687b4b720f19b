import { counted } from "#components/ui/words.ts";
import { pictureField } from "#lib/domain/word/choices.ts";
import type { KeptPicture } from "#lib/domain/word/reading.ts";

/** The pictures that lay in the file, each to be taken or left. */
export function FoundPictures({ pictures }: { pictures: readonly KeptPicture[] }) {
  if (!pictures.length) return null;
  return (
    <fieldset className="mt-6">
      <legend className="font-bold">{counted(pictures.length, "picture", "pictures")} in the file</legend>
      {pictures.map(({ position, title, alt, heading, width, height }) => (
        <label key={position} className="mt-3 flex max-w-prose gap-3">
          <input
            type="checkbox"
            name={pictureField(position)}
            value="take"
            defaultChecked
            className="mt-0.5 size-6 shrink-0 accent-house"
          />
          <span>
            Take “{title || alt || `Picture ${position + 1}`}”, {width} × {height}, from “{heading || "the beginning"}”
            {!alt && <b> · It has no description yet: add one on the page for images.</b>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

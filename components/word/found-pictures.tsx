import { counted } from "#components/ui/words.ts";
import { pictureField, type PictureToChoose } from "#lib/domain/word/choices.ts";

interface Props {
  pictures: readonly PictureToChoose[];
  /** What was chosen before in a field, on a page that comes back. */
  chosen: (field: string) => string | undefined;
}

/** The pictures that lay in the file, each to be taken or left, but for those that have been taken. */
export function FoundPictures({ pictures, chosen }: Props) {
  if (!pictures.length) return null;
  return (
    <fieldset className="mt-6">
      <legend className="font-bold">{counted(pictures.length, "picture", "pictures")} in the file</legend>
      {pictures.map((picture) =>
        picture.taken ? (
          <p key={picture.position} className="mt-3 text-soft">
            “{nameOf(picture)}” is in the form already.
          </p>
        ) : (
          <PictureField key={picture.position} picture={picture} chosen={chosen(pictureField(picture.position))} />
        ),
      )}
    </fieldset>
  );
}

const nameOf = ({ title, alt, position }: PictureToChoose) => title || alt || `Picture ${position + 1}`;

function PictureField({ picture, chosen }: { picture: PictureToChoose; chosen: string | undefined }) {
  const { position, alt, heading, width, height } = picture;
  return (
    <label className="mt-3 flex max-w-prose gap-3">
      <input
        type="checkbox"
        name={pictureField(position)}
        value="take"
        defaultChecked={chosen !== "leave"}
        className="mt-0.5 size-6 shrink-0 accent-house"
      />
      <span>
        Take “{nameOf(picture)}”, {width} × {height}, from “{heading || "the beginning"}”
        {!alt && <b> · It has no description yet: add one on the page for images.</b>}
      </span>
    </label>
  );
}

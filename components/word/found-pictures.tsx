import { counted } from "#components/ui/words.ts";
import { pictureField, type PictureToChoose } from "#lib/domain/word/choices.ts";

interface Props {
  pictures: readonly PictureToChoose[];
  /** How many more of them the form takes. */
  room: number;
  /** Where a picture can be seen. */
  pictureAt: (position: number) => string;
  /** What was chosen before in a field, on a page that comes back. */
  chosen: (field: string) => string | undefined;
}

/** The pictures that lay in the file, each to be taken or left, but for those that have been taken. */
export function FoundPictures({ pictures, room, pictureAt, chosen }: Props) {
  if (!pictures.length) return null;
  const left = pictures.filter(({ taken }) => !taken);
  const fitting = left.slice(0, room);
  return (
    <fieldset className="mt-6">
      <legend className="font-bold">{counted(pictures.length, "picture", "pictures")} in the file</legend>
      {left.length > room && <p className="mt-2 max-w-prose font-bold">{roomWords(room)}</p>}
      {pictures.map((picture) =>
        picture.taken ? (
          <p key={picture.position} className="mt-3 text-soft">
            “{nameOf(picture)}” is in the form already.
          </p>
        ) : (
          <PictureField
            key={picture.position}
            picture={picture}
            address={pictureAt(picture.position)}
            ticked={
              (chosen(pictureField(picture.position)) ?? (fitting.includes(picture) ? "take" : "leave")) === "take"
            }
          />
        ),
      )}
    </fieldset>
  );
}

const nameOf = ({ title, alt, position }: PictureToChoose) => title || alt || `Picture ${position + 1}`;

const roomWords = (room: number) =>
  room === 0
    ? "The form has no room for more pictures. Remove some there first to take others."
    : `The form has room for ${room} more. ${room === 1 ? "The first is" : `The first ${room} are`} chosen: choose others instead if you like.`;

function PictureField({ picture, address, ticked }: { picture: PictureToChoose; address: string; ticked: boolean }) {
  const { position, alt, heading, width, height } = picture;
  return (
    <label className="mt-3 flex max-w-prose items-start gap-3">
      <input
        type="checkbox"
        name={pictureField(position)}
        value="take"
        defaultChecked={ticked}
        className="mt-0.5 size-6 shrink-0 accent-house"
      />
      <img
        src={address}
        alt=""
        width={96}
        height={72}
        loading="lazy"
        className="h-[72px] w-24 shrink-0 bg-wash object-contain"
      />
      <span className="min-w-0 wrap-anywhere">
        Take “{nameOf(picture)}”, {width} × {height}, from “{heading || "the beginning"}”
        {!alt && <b> · It has no description yet: add one on the page for images.</b>}
      </span>
    </label>
  );
}

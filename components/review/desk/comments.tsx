import { longDate, timeOf } from "#components/ui/words.ts";

export interface Comment {
  id: string;
  text: string;
  at: Date;
  toCouncil: boolean;
  writer: string;
}

/** What editors have written beside a section, and who can read it. */
export function Comments({ comments }: { comments: readonly Comment[] }) {
  return comments.map(({ id, text, at, toCouncil, writer }) => (
    <div key={id} className={`border-l-4 py-1 pl-3 ${toCouncil ? "border-mark" : "border-line"}`}>
      <p className="font-bold">{toCouncil ? "To the council" : "Between editors"}</p>
      <p className="whitespace-pre-wrap">{text}</p>
      <p className="text-soft">
        {writer}, {longDate(at)} at {timeOf(at)}
      </p>
    </div>
  ));
}

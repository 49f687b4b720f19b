import { Notice } from "#components/ui/notice.tsx";

interface Props {
  /** Why each was not added, beginning with what it is called. */
  messages: readonly string[];
  /** Where they can be taken once more. */
  back: string;
}

/** Pictures of a Word file that were chosen and could not be added. */
export function RefusedPictures({ messages, back }: Props) {
  return (
    <Notice
      heading={messages.length === 1 ? "One picture was not added" : `${messages.length} pictures were not added`}
    >
      <ul className="list-disc pl-5">
        {messages.map((message, index) => (
          <li key={index} className="wrap-anywhere">
            {message}
          </li>
        ))}
      </ul>
      <p className="mt-2">
        <a href={back}>Choose from the Word file again</a>
      </p>
    </Notice>
  );
}

interface Props {
  gaps: readonly { message: string; path: string }[];
}

/** What is still to be done before a draft can be sent, each leading to where. */
export function GapLinks({ gaps }: Props) {
  return (
    <ul className="mt-1 list-disc pl-5">
      {gaps.map(({ message, path }) => (
        <li key={`${path} ${message}`}>
          <a href={path}>{message}</a>
        </li>
      ))}
    </ul>
  );
}

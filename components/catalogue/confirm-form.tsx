interface Props {
  action: string;
  /** What was wished and shown. */
  fields: Record<string, string>;
  verb: string;
  back: string;
}

/** The button that does what was previewed, and the way back without doing it. */
export function ConfirmForm({ action, fields, verb, back }: Props) {
  return (
    <form method="post" action={action} className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-4">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="button">
        {verb}
      </button>
      <a href={back}>Back without doing it</a>
    </form>
  );
}

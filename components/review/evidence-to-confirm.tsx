interface Props {
  /** What the council says its claims rest on, in the words of the form; null where it says nothing. */
  evidence: string | null;
  /** Where it can be corrected. */
  change: string;
}

/** Says, before a text is accepted, what an editor confirms by that. */
export function EvidenceToConfirm({ evidence, change }: Props) {
  if (evidence === null) return null;
  return (
    <p className="mb-8 max-w-prose border-l-[6px] border-house bg-tint px-5 py-4">
      The council says that its claims rest on this: <b>{evidence}</b>. Accepting it confirms that. If the text does not
      bear it out, <a href={change}>correct it first</a>.
    </p>
  );
}

const looks: Record<string, { colour: string; shape: string }> = {
  worked: { colour: "text-worked", shape: "M3 9l4 4 8-10" },
  mixed: { colour: "text-mixed", shape: "M14 12.5A6.5 6.5 0 1 1 14 4" },
  "did-not-work": { colour: "text-did-not-work", shape: "M4 4l9 9M13 4l-9 9" },
};

/** An outcome, said three ways: in a word, by a shape and in a colour. */
export function Outcome({ value, children }: { value: string; children: string }) {
  const { colour, shape } = looks[value] ?? { colour: "text-ink", shape: "" };
  return (
    <span className={`inline-flex items-baseline gap-2 font-bold ${colour}`}>
      <svg
        width="17"
        height="17"
        viewBox="0 0 17 17"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        className="translate-y-0.5"
        aria-hidden="true"
      >
        <path d={shape} />
      </svg>
      {children}
    </span>
  );
}

import type { ReactNode } from "react";

interface Props {
  label: string;
  /** What a screen reader calls the group. */
  legend: string;
  open: boolean;
  children: ReactNode;
}

/** A group of filters behind its heading, open where something in it is chosen. */
export function Folded({ label, legend, open, children }: Props) {
  return (
    <details className="fold" open={open}>
      <summary>{label}</summary>
      <fieldset>
        <legend className="sr-only">{legend}</legend>
        {children}
      </fieldset>
    </details>
  );
}

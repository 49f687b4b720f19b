import { Children, Fragment, type ReactNode } from "react";

/** A few short facts in a row. The dot stays on the line of what comes before it. */
export function Dotted({ children }: { children: ReactNode }) {
  return Children.toArray(children)
    .filter((fact) => fact !== "")
    .map((fact, index) => (
      <Fragment key={index}>
        {index > 0 && "\u00a0· "}
        {fact}
      </Fragment>
    ));
}

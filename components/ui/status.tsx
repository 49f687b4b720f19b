import type { ReactNode } from "react";

/**
 * What came of it, as a status of the page. The words stand in a paragraph of their own within it: a reader that goes through the
 * page says of a status without one only that it is there (Orca 43: “statusbar”).
 */
export function Status({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div role="status">
      <p className={className}>{children}</p>
    </div>
  );
}

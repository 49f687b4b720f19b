/** How a form was filled in, as far as it tells a person from a program. */
interface Filling {
  /** What was typed where nobody should. */
  trap: string;
  /** When the form was shown, or null where nothing credible says so. */
  shownAt: Date | null;
  sentAt: Date;
}

const shortestMs = 2000;

/** Whether a form came back faster than somebody can fill it in. A form that was open for days is nobody's fault. */
export const isTooQuick = ({ shownAt, sentAt }: Filling): boolean =>
  shownAt !== null && sentAt.getTime() - shownAt.getTime() < shortestMs;

/** Why what was sent should be looked at before an editor spends time on it; "" for no reason. Only editors read it. */
export function suspicionOf({ trap, shownAt }: Filling): string {
  if (trap) return "The field that people do not see was filled in.";
  return shownAt ? "" : "It was not started from the form on the site.";
}

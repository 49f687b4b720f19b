import { counted, figure } from "#components/ui/words.ts";

interface Props {
  /** How many days councils are told. Null before anything was decided. */
  usualDays: number | null;
  late: number;
}

/** What councils are told about how long it takes, and whether it is kept. */
export function PromiseLine({ usualDays, late }: Props) {
  if (usualDays === null) return null;
  return (
    <p className="mb-6 max-w-prose">
      Councils are told: usually {counted(usualDays, "day", "days")}.{" "}
      {late ? (
        <b>
          {figure(late)} of these {late === 1 ? "has" : "have"} waited longer.
        </b>
      ) : (
        "None of these has waited longer."
      )}
    </p>
  );
}

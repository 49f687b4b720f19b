import { Field, FieldGroup } from "#components/form/field.tsx";
import { TextBox } from "#components/form/text-box.tsx";
import { moveWords } from "#lib/domain/workflow/desk-words.ts";
import type { Move } from "#lib/domain/workflow/moves.ts";

interface Props {
  move: Move;
  typed: { reason: string; assignee: string; day: string; time: string; redirectTo: string; newAddress: boolean };
  errors: Record<string, string>;
  asksReason: boolean;
  /** Whom it could be handed over to. */
  editors: readonly { id: string; name: string }[];
  /** Whether its page has an address that could follow the title. */
  hasAddress: boolean;
}

/** What a move asks for besides a press. */
export function MoveFields({ move, typed, errors, asksReason, editors, hasAddress }: Props) {
  return (
    <>
      {move === "handOver" && <Assignee editors={editors} chosen={typed.assignee} error={errors["assignee"]} />}
      {move === "schedule" && <Time day={typed.day} time={typed.time} error={errors["day"]} />}
      {move === "unpublish" && (
        <Field
          id="redirectTo"
          label="Send its readers to"
          optional
          help="The address of another page here, like /case-studies/night-buses. Without one they are told that it was taken down."
          error={errors["redirectTo"]}
        >
          {(describedBy) => (
            <TextBox
              id="redirectTo"
              value={typed.redirectTo}
              describedBy={describedBy}
              invalid={Boolean(errors["redirectTo"])}
            />
          )}
        </Field>
      )}
      {(move === "publish" || move === "schedule") && hasAddress && (
        <label className="mb-8 flex max-w-prose gap-3">
          <input
            type="checkbox"
            name="newAddress"
            value="yes"
            defaultChecked={typed.newAddress}
            className="mt-1 size-6 shrink-0 accent-house"
          />
          Make its address anew from the title. The old address then leads to the new one.
        </label>
      )}
      {asksReason && (
        <Field
          id="reason"
          label="Reason"
          help={
            moveWords[move].reason ?? "Say why you publish what you wrote yourself. A colleague looks at it afterwards."
          }
          error={errors["reason"]}
        >
          {(describedBy) => (
            <TextBox
              id="reason"
              value={typed.reason}
              describedBy={describedBy}
              invalid={Boolean(errors["reason"])}
              lines={6}
            />
          )}
        </Field>
      )}
    </>
  );
}

function Assignee({
  editors,
  chosen,
  error,
}: {
  editors: Props["editors"];
  chosen: string;
  error: string | undefined;
}) {
  return (
    <Field id="assignee" label="Hand over to" error={error}>
      {(describedBy) => (
        <select
          id="assignee"
          name="assignee"
          defaultValue={chosen}
          className="field"
          aria-describedby={describedBy}
          aria-invalid={error ? true : undefined}
        >
          <option value="">Choose an editor</option>
          {editors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Time({ day, time, error }: { day: string; time: string; error: string | undefined }) {
  return (
    <FieldGroup id="when" label="When to publish it" help="By the clock in London, summer or winter" error={error}>
      <div className="flex flex-wrap gap-4">
        <label className="font-bold">
          Day
          <input
            id="day"
            type="date"
            name="day"
            defaultValue={day}
            className="field mt-1 font-normal"
            aria-invalid={error ? true : undefined}
          />
        </label>
        <label className="font-bold">
          Time
          <input
            type="time"
            name="time"
            defaultValue={time}
            className="field mt-1 font-normal"
            aria-invalid={error ? true : undefined}
          />
        </label>
      </div>
    </FieldGroup>
  );
}

import { HowOften } from "#components/alerts/how-often.tsx";
import { everyOf, type Frequency } from "#lib/domain/alerts/frequencies.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  token: string;
  frequency: Frequency;
}

export function ConfirmForm({ token, frequency }: Props) {
  return (
    <form method="post" action={`${paths.alert(token)}/confirm`}>
      <p className="prose mb-6">
        Once you confirm it, we write to you {everyOf(frequency)} at 7am, if there is something new.
      </p>
      <button type="submit" className="button">
        Confirm
      </button>
    </form>
  );
}

export function ChangeForm({ token, frequency }: Props) {
  return (
    <form method="post" action={`${paths.alert(token)}/change`}>
      <HowOften chosen={frequency} />
      <button type="submit" className="button">
        Save
      </button>
    </form>
  );
}

/** @param unwanted nobody has confirmed it: whoever did not ask can be rid of it. @param alone it is all the page is for */
export function StopForm({ token, alone, unwanted }: { token: string; alone: boolean; unwanted: boolean }) {
  return (
    <form method="post" action={paths.alertStop(token)} className="mt-10 max-w-prose">
      {!alone && (
        <h2 className="mb-2 !text-h3">{unwanted ? "You did not ask for this?" : "You do not want it any more?"}</h2>
      )}
      <p className="mb-4">
        {unwanted && "Then somebody has typed your address by mistake. "}
        Stopping deletes it at once, with your address if we hold nothing else under it.
      </p>
      <button type="submit" className={alone ? "button" : "link-button"}>
        Stop this alert
      </button>
      {alone && (
        <p className="mt-6">
          <a href={paths.alert(token)}>Keep it, or change how often it comes</a>
        </p>
      )}
    </form>
  );
}

import { PrivatePage } from "#components/site/private-page.tsx";
import { paths } from "#lib/http/paths.ts";

/** A link that opens no alert, for whatever reason. */
export function NoSuchAlert() {
  return (
    <PrivatePage title="There is no such alert" section="case-studies">
      <div className="prose">
        <p>
          It was stopped, or was not confirmed in time, or the link was cut when it was copied. If e-mails still come,
          open the link in the newest one, or{" "}
          <a href={paths.askForMyCaseStudies}>have a list of your alerts sent to you</a>.
        </p>
        <p>
          To have an alert, open <a href={paths.listing()}>the case studies</a>, choose your filters and press{" "}
          <b>E-mail me new matches</b>.
        </p>
      </div>
    </PrivatePage>
  );
}

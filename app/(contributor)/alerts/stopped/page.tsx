import { PrivatePage } from "#components/site/private-page.tsx";
import { paths } from "#lib/http/paths.ts";

/** After an alert was stopped. It names nobody. */
export default function AlertStoppedPage() {
  return (
    <PrivatePage title="The alert is stopped" section="case-studies">
      <div className="prose">
        <p>It is deleted, and so is your address, unless another alert or something else of yours needs it.</p>
        <p>
          To have one again, open <a href={paths.listing()}>the case studies</a>, choose your filters and press{" "}
          <b>E-mail me new matches</b>.
        </p>
      </div>
    </PrivatePage>
  );
}

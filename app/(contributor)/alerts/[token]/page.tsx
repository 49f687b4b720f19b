import { InForce } from "#components/alerts/in-force.tsx";
import { PrivatePage } from "#components/site/private-page.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Status } from "#components/ui/status.tsx";
import { findAlert } from "#lib/data/alerts/alerts.ts";
import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { everyOf } from "#lib/domain/alerts/frequencies.ts";
import { readFilters } from "#lib/domain/alerts/query.ts";
import { chipsOf } from "#lib/domain/listing/chips.ts";
import { paths } from "#lib/http/paths.ts";
import { ChangeForm, ConfirmForm, StopForm } from "./forms.tsx";
import { NoSuchAlert } from "./no-such-alert.tsx";

/** An alert to confirm, change or stop, for whoever has its letter. Buttons do it: programs that scan mail open every link. */
export default async function AlertPage({ params, searchParams }: PageProps<"/alerts/[token]">) {
  const token = (await params).token;
  const asked = await searchParams;
  const alert = await findAlert(token);
  if (!alert) return <NoSuchAlert />;

  const catalogue = await getCatalogue();
  const { query, lost, void: isVoid } = readFilters(alert.query, catalogue);
  const stopping = "stop" in asked;
  const { confirmedAt, frequency } = alert;
  const done = "confirmed" in asked ? "It is confirmed." : "changed" in asked ? "The change is saved." : null;
  const title = stopping ? "Stop this alert?" : confirmedAt ? "Your alert" : "Confirm your alert";
  return (
    <PrivatePage title={title} section="case-studies">
      {done && confirmedAt && !stopping && (
        <Status className="mb-6 max-w-prose border-l-[6px] border-house bg-tint px-5 py-4">
          <b>{done}</b> We write to you {everyOf(frequency)} at 7am, if there is something new.
        </Status>
      )}
      {lost.length > 0 && (
        <div className="mb-6">
          <Notice heading={isVoid ? "This alert finds nothing any more" : "Part of this alert is left out"}>
            <p>
              Casebook no longer has: {lost.map(({ group, slug }) => `“${slug}” (${group.toLowerCase()})`).join(", ")}.
              {isVoid && " Choose again in the list below, ask for a new alert there, and stop this one."}
            </p>
          </Notice>
        </div>
      )}
      <div className="prose mb-8">
        <InForce begin="It tells of" words={query.q} filters={chipsOf(query, catalogue).map(({ name }) => name)} />
        <p>
          <a href={paths.listing({ ...query, sort: "newest" })}>See what matches now</a>
        </p>
      </div>
      {!stopping && !confirmedAt && <ConfirmForm token={token} frequency={frequency} />}
      {!stopping && confirmedAt && <ChangeForm token={token} frequency={frequency} />}
      <StopForm token={token} alone={stopping} unwanted={!confirmedAt} />
    </PrivatePage>
  );
}

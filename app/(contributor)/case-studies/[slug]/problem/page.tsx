import { z } from "zod";
import { PrivatePage } from "#components/site/private-page.tsx";
import { TypedText } from "#components/template/typed-text.tsx";
import { findByAddress } from "#lib/data/directory/case-studies.ts";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { endOfWorkingDay } from "#lib/domain/calendar/working-days.ts";
import { workingDaysToLook } from "#lib/domain/suggestion.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { NotHere } from "../not-here.tsx";
import { ProblemForm } from "./problem-form.tsx";
import { Sent } from "./sent.tsx";

/** A reader tells the editors what is wrong with the page of a case study, which may be withdrawn. */
export default async function ProblemPage({ params, searchParams }: PageProps<"/case-studies/[slug]/problem">) {
  const { slug } = await params;
  const found = await findByAddress(slug);
  const asked = await searchParams;
  const attempt = await findAttempt(readText(asked["attempt"], 36), paths.problem(slug));
  if (found.kind !== "page" && attempt)
    return <Gone typed={attempt.typed} to={found.kind === "moved" ? found.to : null} />;
  if (found.kind !== "page") return <NotHere found={found} />;

  const { title } = found.page.facts;
  const sent = readText(asked["sent"], 10);
  if ("sent" in asked) return <Sent title={title} slug={slug} answered={sent === "answer"} by={dayIn(asked["by"])} />;
  return <ProblemForm title={title} slug={slug} withdrawn={found.page.withdrawn !== null} attempt={attempt} />;
}

/** It was taken down or moved while somebody typed. */
function Gone({ typed, to }: { typed: Readonly<Record<string, unknown>>; to: string | null }) {
  return (
    <PrivatePage title="This case study is no longer at this address">
      <p className="prose">What you wrote was not sent. {to && <a href={to}>Go to where it is now</a>}</p>
      <TypedText typed={{ text: typed["text"] }} />
    </PrivatePage>
  );
}

/** The day that was promised, which stays the same whenever the page is opened again. */
function dayIn(value: string | string[] | undefined): Date {
  const day = z.iso.date().safeParse(readText(value, 10)).data;
  return day ? new Date(day) : endOfWorkingDay(new Date(), workingDaysToLook);
}

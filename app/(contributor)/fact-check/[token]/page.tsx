import { SectionToRead } from "#components/case-study/section-to-read.tsx";
import { ErrorSummary } from "#components/form/error-summary.tsx";
import { PrivatePage } from "#components/site/private-page.tsx";
import { ChoiceField } from "#components/template/fields/choice-field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { getNamedTerms } from "#lib/data/catalogue/terms/choices.ts";
import { listCouncilNames } from "#lib/data/directory/council-names.ts";
import { findFactCheck } from "#lib/data/review/fact-checks.ts";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { sectionsToRead } from "#lib/domain/template/progress.ts";
import { verdicts } from "#lib/domain/workflow/fact-checks.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { Asked } from "./asked.tsx";
import { Closed } from "./closed.tsx";
import { RemarkBox, remarkField } from "./remark-box.tsx";

/** The words somebody outside was asked about, section by section, with room for what they know better. */
export default async function FactCheckPage({ params, searchParams }: PageProps<"/fact-check/[token]">) {
  const token = (await params).token;
  const check = await findFactCheck(token);
  const address = paths.factCheck(token);
  const attempt = await findAttempt(readText((await searchParams)["attempt"], 36), address);
  const typed = { verdict: "", remarks: {}, ...attempt?.typed } as { verdict: string; remarks: Record<string, string> };
  if (check?.standing !== "open") return <Closed check={check} typed={typed.remarks} />;

  const { template, answers } = check;
  const facts = factsOf(template, answers);
  const [{ topic, support }, councils] = await Promise.all([getNamedTerms(), listCouncilNames()]);
  const names = { topics: topic, supportTypes: support, councils, contact: null };
  const sections = sectionsToRead(template, answers);
  const errors = attempt?.errors ?? {};
  const inOrder = [...sections.map(remarkField), "verdict"].flatMap((field) => {
    const message = errors[field];
    return message ? [{ field, message }] : [];
  });
  return (
    <PrivatePage title="Check the facts" caption={facts.title} failed={inOrder.length > 0}>
      <ErrorSummary errors={inOrder} />
      <Asked check={check} />
      {check.changedSince && (
        <div className="mb-8 max-w-prose">
          <Notice heading="The text has been changed since you were asked">
            <p>
              Below is what you were asked about, and your answer is about that. The editors see which text you read.
            </p>
          </Notice>
        </div>
      )}
      <form method="post" action={`${address}/answer`} noValidate>
        {sections.map((section) => (
          <section
            key={section.key}
            aria-labelledby={section.key}
            className="ruled mb-10 grid gap-x-14 desktop:grid-cols-[minmax(0,1fr)_20rem]"
          >
            <div className="mb-6 min-w-0">
              <h2 id={section.key} className="mb-4 max-w-prose text-balance">
                {section.title}
              </h2>
              <SectionToRead {...{ section, names, answers, facts }} {...{ pictures: [], documents: [] }} />
            </div>
            <RemarkBox section={section} text={typed.remarks[section.key]} error={errors[remarkField(section)]} />
          </section>
        ))}
        <div className="ruled">
          <ChoiceField
            frame={{ id: "verdict", label: "What do you say to the editors?", error: errors["verdict"] }}
            name="verdict"
            options={Object.entries(verdicts).map(([value, label]) => ({ value, label }))}
            chosen={[typed.verdict]}
            one
          />
          <p className="mb-6 max-w-prose">
            You answer as <b>{check.name}</b>. You can answer once.
          </p>
          <button type="submit" className="button">
            Send your answer
          </button>
        </div>
      </form>
    </PrivatePage>
  );
}

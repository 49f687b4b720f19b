import { AsideGroup } from "#components/case-study/aside.tsx";
import { listed, monthNamed } from "#components/ui/words.ts";
import { getNamedTerms } from "#lib/data/catalogue/terms/choices.ts";
import { listCouncilNames } from "#lib/data/directory/council-names.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import type { Template } from "#lib/domain/template/questions.ts";
import { yearAndMonth } from "#lib/domain/template/text.ts";

/** Words that are not published. */
export interface Previewed {
  template: Template;
  answers: Answers;
  contact: { name: string; email: string; phone: string } | null;
}

/** What a published page has beside its text, as far as the words say it. */
export async function Beside({ template, answers, contact }: Previewed) {
  const facts = factsOf(template, answers);
  const [{ topic, support }, councils] = await Promise.all([getNamedTerms(), listCouncilNames()]);
  const councilNamed = (id: string) => councils.find((one) => one.id === id)?.name ?? id;
  const named = (terms: typeof topic) => (id: string) => terms.find((one) => one.id === id)?.name ?? id;
  const under = [...facts.topics.map(named(topic)), ...facts.supportTypes.map(named(support))];
  const [start, end] = [facts.start, facts.end].map((month) =>
    month && yearAndMonth.test(month) ? monthNamed(month) : null,
  );
  return (
    <aside aria-label="About this case study" className="flex min-w-0 flex-col gap-8 text-small">
      <AsideGroup heading={facts.council ? councilNamed(facts.council) : "No lead council yet"}>
        {facts.partners.length > 0 && <p>With {listed(facts.partners.map(councilNamed))}</p>}
      </AsideGroup>
      {facts.contactConsent && contact && (
        <AsideGroup heading="Contact">
          {contact.name && <p>{contact.name}</p>}
          <p>{contact.email}</p>
          {contact.phone && <p>{contact.phone}</p>}
        </AsideGroup>
      )}
      {(start || end || facts.funding) && (
        <AsideGroup heading="The work">
          {start && <p>{end ? `${start} to ${end}` : `From ${start}`}</p>}
          {!start && end && <p>Until {end}</p>}
          {facts.funding && <p>Paid for by: {facts.funding}</p>}
        </AsideGroup>
      )}
      {under.length > 0 && (
        <AsideGroup heading="Found under">
          {under.map((name) => (
            <p key={name}>{name}</p>
          ))}
        </AsideGroup>
      )}
    </aside>
  );
}

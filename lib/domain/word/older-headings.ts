/** What a heading that no template has is taken to mean. */
interface OlderHeading {
  /** Headings that people write, in plain small letters. */
  names: readonly string[];
  /** The question it answers: the first of these keys that a template has. */
  means: readonly string[];
  /** What also stands under such a heading, which a person has to take out themselves. */
  mixed?: string;
}

/**
 * Headings of the older forms and those that officers use of their own accord. A new one is one more name here; a template
 * that asks for none of the questions leaves what stands below it to the person.
 */
export const olderHeadings: readonly OlderHeading[] = [
  {
    names: ["challenge and solutions", "challenge and solution", "challenges and solutions", "problem and solution"],
    means: ["challenge", "story"],
    mixed: "The challenge and the solution stood under one heading. Move what you did to its own question.",
  },
  {
    names: [
      ...[
        "background",
        "background and context",
        "context",
        "introduction",
        "problem",
        "issue",
        "need",
        "why we did it",
      ],
      ...["what was wrong", "challenges", "situation", "rationale", "case for change"],
    ],
    means: ["challenge", "story"],
  },
  {
    names: [
      ...["what we did", "approach", "our approach", "solutions", "response", "action", "actions", "actions taken"],
      ...["action taken", "what happened", "how we did it", "intervention", "innovation", "delivery", "implementation"],
    ],
    means: ["solution", "story"],
  },
  {
    names: [
      ...["impact and outcomes", "outcomes and impact", "impacts", "outcomes", "results", "result", "what changed"],
      ...[
        "benefits",
        "achievements",
        "difference made",
        "what difference it made",
        "outcomes and benefits",
        "successes",
      ],
      ...["impact including cost savings and income generated", "findings", "evaluation"],
    ],
    means: ["impact"],
  },
  {
    names: [
      ...["sustaining", "sustained", "sustainability", "how is it being sustained", "how is this being sustained"],
      ...["how is new approach sustained", "how will it be sustained", "how will this be sustained", "legacy"],
      ...["next steps", "what next", "what is next", "whats next", "future", "future plans", "looking ahead"],
      ...["sustaining new approach", "how new approach is being sustained", "next steps and sustainability"],
    ],
    means: ["sustained"],
  },
  {
    names: [
      ...["key learnings", "key learning", "key learning points", "learnings", "learning", "lessons", "lessons learnt"],
      ...["key lessons", "learning points", "what we learned", "what we learnt", "what we would do differently"],
      ...["lessons learnt and next steps", "reflections", "key lessons learned", "key lessons learnt", "top tips"],
    ],
    means: ["lessons"],
  },
  {
    names: ["executive summary", "overview", "abstract", "in brief", "at a glance", "short summary", "synopsis"],
    means: ["summary"],
  },
  {
    names: ["name of project", "project title", "project name", "case study title", "name of case study", "project"],
    means: ["title", "heading"],
  },
  {
    names: [
      ...["council", "authority", "local authority", "name of council", "council name", "organisation", "submitted by"],
      ...["lead authority", "lead organisation", "your council"],
    ],
    means: ["council"],
  },
  { names: ["partners", "partner organisations", "partner authorities", "other councils"], means: ["partners"] },
  { names: ["themes", "theme", "topic", "subject", "subjects", "category", "categories"], means: ["topics"] },
  { names: ["type of support", "support", "support type", "programme", "support received"], means: ["supportTypes"] },
  { names: ["start date", "started", "begun", "date started", "when it started"], means: ["start", "begun"] },
  {
    names: ["end date", "ended", "finished", "date finished", "date completed", "when it ended"],
    means: ["end", "finished"],
  },
  { names: ["costs", "budget", "how much it cost", "cost of project", "resources"], means: ["cost"] },
  { names: ["funding", "funded by", "funder", "who paid", "source of funding"], means: ["funding"] },
  { names: ["evidence level", "level of evidence", "strength of evidence"], means: ["evidence"] },
  { names: ["time to first results", "how soon"], means: ["firstResults"] },
  { names: ["figures", "key figures", "metrics", "key measures", "before and after", "data"], means: ["measures"] },
  {
    names: ["what it means for residents", "impact on residents", "impact for residents", "what changed for residents"],
    means: ["people"],
  },
  {
    names: [
      "useful links",
      "further information",
      "further reading",
      "find out more",
      "more information",
      "links and documents",
    ],
    means: ["links"],
  },
  { names: ["photos", "photographs", "pictures", "photo"], means: ["images"] },
  {
    names: [
      ...[
        "contact details",
        "contact information",
        "contact us",
        "contacts",
        "who to contact",
        "for more information contact",
      ],
      ...["contact for more information", "contact officer", "lead officer", "further information and contact"],
    ],
    means: ["contact"],
  },
];

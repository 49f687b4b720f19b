/** Whether a form is sent twice at the same moment, as by a double click. */
export type Times = 1 | 2;

export type Fields = Record<string, string>;

export interface SectionWords {
  section: string;
  /** As its form sends them. */
  fields: Fields;
  /** What must be found again, by question or by part of the contact. */
  texts: Fields;
}

export const titleOf = (client: number) => `Work of client ${client}, title`;
export const emailOf = (client: number) => `client-${client}@faults.example`;

/** Everything a client answers, section by section. Each text is found nowhere else. */
export function wordsOf(client: number): SectionWords[] {
  const only = (question: string) => `Client ${client} on ${question}: text-${client}-${question}.`;
  const own = (section: string, questions: readonly string[], further: Fields = {}): SectionWords => {
    const texts = Object.fromEntries(questions.map((question) => [question, only(question)]));
    return { section, fields: { ...further, ...texts }, texts };
  };
  const title = { title: titleOf(client) };
  const contact = { "contact.name": only("name"), "contact.email": `team-${client}@faults.example` };
  const about = own("about", ["summary"], { ...title, council: "Thanet District Council", topics: "buses" });
  return [
    { ...about, texts: { ...about.texts, ...title } },
    own("facts", ["funding"], { outcome: "worked" }),
    own("challenge", ["challenge"]),
    own("solution", ["solution"]),
    own("impact", ["impact", "people"]),
    own("sustained", ["sustained"]),
    own("lessons", ["lessons"]),
    { section: "contact", fields: contact, texts: contact },
  ];
}

export const declarations: Fields = { accurate: "yes", mayPublish: "yes", licence: "yes" };

/** What every client does and has acknowledged: start, e-mail address, eight sections, send, confirm. */
export const stepsEach = 12;

/** The revisions those make: one by starting, one by each section, one by the declarations. */
export const revisionsEach = 10;

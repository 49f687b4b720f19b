/** A version that the clients know of. */
export interface Handle {
  number: number;
  /** Its case study's title, which no other has and which stays. */
  title: string;
  /** The client who writes it. */
  owner: number;
  /** For a case study's first version, the key of the form that started it. */
  startKey: string | null;
  /** For a later one, when it was asked for and answered. */
  asked: [from: number, to: number] | null;
  /** Its address as a draft. */
  draft: string;
  /** Where its author follows it, once it has been sent. */
  track: string;
  /** What its author could confirm with when they took it back. */
  deadLink?: string | undefined;
  /** Known once it has been seen in the queue. */
  id: string | null;
  /** What it was when somebody last heard of it. Others may have changed it since. */
  state: string;
  revision: number;
}

/** Something that somebody asked for, and what they were told. */
export interface Op {
  client: number;
  handle: number;
  kind: string;
  basedOn: number;
  /** The words it wrote, found nowhere else. */
  mark: string;
  invoked: number;
  responded: number;
  /** "either" where the answer is the same whether it was done now, before or not at all. */
  /** Whether it had to be asked for again, as nobody answered. */
  again: boolean;
  told: "done" | "refused" | "either";
}

/** What a reader saw of a case study. */
export interface Look {
  title: string;
  invoked: number;
  responded: number;
  /** The status of its page with the mark of its words, "withdrawn" before it where it says so; or whether a search found it. */
  seen: string;
}

export interface History {
  handles: Handle[];
  ops: Op[];
  looks: Look[];
  /** Pages that said that the database was out of reach, and so may be older. */
  paused: number;
}

interface Props {
  /** HTTP status of the page, where it is not 200. */
  status?: number;
  /** Where the reader belongs instead: a path of ours. */
  location?: string;
  /** False for a page that no cache may keep. */
  store?: boolean;
  generation?: string;
}

/** What a page tells the gate, which obeys it and takes it out. A page of the framework can set no status by itself. */
export function GateSays(directive: Props) {
  return <meta name="gate" content={JSON.stringify(directive)} />;
}

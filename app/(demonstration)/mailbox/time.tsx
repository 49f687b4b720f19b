const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "Europe/London" });

/** When a letter was written, to the minute. */
export const MailTime = ({ at }: { at: Date }) => <time dateTime={at.toISOString()}>{format.format(at)}</time>;

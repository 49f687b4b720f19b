const minute = 60_000;
const clock = new Intl.DateTimeFormat("en-GB", {
  ...{ timeZone: "Europe/London", hourCycle: "h23" },
  ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
});

/**
 * When a clock in London shows a day and a time. The hour that comes twice in autumn is the first of the two.
 *
 * @param day "2027-03-28"
 * @param time "09:00"
 * @returns null for what no clock shows: the hour left out in spring, and days or times that are none
 */
export function londonTime(day: string, time: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  const asIfUtc = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(asIfUtc)) return null;
  // London is at most an hour ahead of UTC.
  const instants = [60, 0].map((ahead) => new Date(asIfUtc - ahead * minute));
  return instants.find((instant) => shownAt(instant).join(" ") === `${day} ${time}`) ?? null;
}

/** What a clock in London shows: the day and the time, as `londonTime` takes them. */
export function shownAt(instant: Date): [day: string, time: string] {
  const parts = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, value]));
  return [`${parts["year"]}-${parts["month"]}-${parts["day"]}`, `${parts["hour"]}:${parts["minute"]}`];
}

import { daysAfter, isBankHoliday, isWeekday } from "./bank-holidays.ts";

const hour = 60 * 60 * 1000;
const dayInLondon = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" });
const hourInLondon = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "numeric", hourCycle: "h23" });

/**
 * The last moment of a working day after a date, by the clocks of London. The day itself does not count, however early it is.
 *
 * @param count how many working days are given: Mondays to Fridays that are no bank holidays in England
 */
export function endOfWorkingDay(date: Date, count: number): Date {
  let day = new Date(dayInLondon.format(date));
  for (let left = count; left > 0;) {
    day = daysAfter(day, 1);
    if (isWeekday(day) && !isBankHoliday(day)) left -= 1;
  }
  return new Date(startInLondon(daysAfter(day, 1)).getTime() - 1);
}

/** When London's clocks strike the midnight that begins a day. They are changed an hour later at the earliest. */
function startInLondon(day: Date): Date {
  return new Date(day.getTime() - Number(hourInLondon.format(day)) * hour);
}

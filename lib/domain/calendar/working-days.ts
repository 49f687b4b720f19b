import { londonTime } from "../london-time.ts";
import { isBankHoliday, isWeekday } from "./bank-holidays.ts";
import { addDays, londonDay } from "./london-days.ts";

/**
 * The last moment of a working day after a date, by the clocks of London. The day itself does not count, however early it is.
 *
 * @param count how many working days are given: Mondays to Fridays that are no bank holidays in England
 */
export function endOfWorkingDay(date: Date, count: number): Date {
  let day = londonDay(date);
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (isWeekday(day) && !isBankHoliday(day)) left -= 1;
  }
  return new Date(midnightBefore(addDays(day, 1)).getTime() - 1);
}

/** When London's clocks strike the midnight that begins a day. They are changed an hour later at the earliest. */
function midnightBefore(day: Date): Date {
  const midnight = londonTime(day.toISOString().slice(0, 10), "00:00");
  if (!midnight) throw new Error(`${day.toISOString()} has no midnight in London`);
  return midnight;
}

import { addDays } from "./london-days.ts";

/**
 * Whether a day is a bank holiday in England, by the rules that have held since 1978. A day proclaimed for one year alone, such as a
 * coronation, is not known.
 *
 * @param date midnight of that day in UTC, between 1978 and 2099
 */
export const isBankHoliday = (date: Date): boolean =>
  bankHolidaysIn(date.getUTCFullYear()).some((holiday) => holiday.getTime() === date.getTime());

function bankHolidaysIn(year: number): Date[] {
  const easter = easterSunday(year);
  return [
    // One that falls on a weekend is kept on the next weekday that is none.
    ...weekdaysFrom(new Date(Date.UTC(year, 0, 1)), 1),
    addDays(easter, -2),
    addDays(easter, 1),
    mondayFrom(new Date(Date.UTC(year, 4, 1))),
    mondayFrom(new Date(Date.UTC(year, 4, 25))),
    mondayFrom(new Date(Date.UTC(year, 7, 25))),
    ...weekdaysFrom(new Date(Date.UTC(year, 11, 25)), 2),
  ];
}

/** Easter by Carter's rule, which is right from 1900 to 2099. */
function easterSunday(year: number): Date {
  const moon = ((225 - 11 * (year % 19) - 21) % 30) + 21;
  const fullMoon = moon > 48 ? moon - 1 : moon;
  const weekday = (year + Math.floor(year / 4) + fullMoon + 1) % 7;
  return new Date(Date.UTC(year, 2, fullMoon + 7 - weekday));
}

const mondayFrom = (date: Date): Date => addDays(date, (8 - date.getUTCDay()) % 7);

const weekdaysFrom = (date: Date, count: number): Date[] =>
  [0, 1, 2, 3]
    .map((days) => addDays(date, days))
    .filter(isWeekday)
    .slice(0, count);

export const isWeekday = (date: Date): boolean => date.getUTCDay() % 6 !== 0;

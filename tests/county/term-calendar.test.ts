import { isoOf } from '../../county/day-numbers.js';
import { termCalendar } from '../../county/frame/term-calendar.js';
import type { IsoDate } from '../../policies/iso-date.js';

const on = (day: string) => termCalendar(day as IsoDate);
const daysOn = (day: string) => on(day).schoolDays.map(isoOf) as string[];

describe('the term of the synthetic county', () => {
  it('leaves out weekends and National Day week', () => {
    const days = daysOn('2026-11-20');
    expect(days[0]).toBe('2026-09-01');
    expect(days.at(-1)).toBe('2026-11-20');
    expect(days.filter((day) => day >= '2026-10-01' && day <= '2026-10-07')).toEqual([]);
    expect(days).not.toContain('2026-11-15');
  });

  it('ends on the day the registers are read, or with the term before the holidays', () => {
    expect(daysOn('2027-01-28').at(-1)).toBe('2027-01-20');
    expect(on('2027-01-28').term).toBe('AUTUMN');
    expect(on('2027-03-01')).toMatchObject({ term: 'SPRING', academicYear: 2026 });
    expect(daysOn('2027-08-15').at(-1)).toBe('2027-07-05');
    expect(on('2027-08-15').academicYear).toBe(2026);
    expect(on('2027-09-01').academicYear).toBe(2027);
  });

  it('has the roll-call in the second or third week of September and in March', () => {
    expect(isoOf(on('2026-11-20').rollCall)).toMatch(/^2026-09-1\d$/);
    expect(isoOf(on('2027-05-20').rollCall)).toMatch(/^2027-03-0\d$/);
  });
});

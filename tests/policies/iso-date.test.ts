import fc from 'fast-check';
import {
  addDays,
  addMonths,
  compareIsoDates,
  dayInShanghai,
  daysBetween,
  formatIsoDate,
  isIsoDate,
  isoWeekday,
  parseIsoDate,
  partsOf,
  today,
  type IsoDate,
} from '../../policies/iso-date.js';

const day = parseIsoDate;

/** Days of the hub's time, made by an independent implementation. */
const anyDay = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2200-12-31T00:00:00Z'), noInvalidDate: true })
  .map((instant) => day(instant.toISOString().slice(0, 10)));

describe('ISO dates', () => {
  test.each(['2026-11-20', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])(
    '%s is a date',
    (text) => {
      expect(isIsoDate(text)).toBe(true);
      expect(formatIsoDate(partsOf(day(text)))).toBe(text);
    },
  );

  test.each([
    '2025-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '20261120',
    '2026-11-20T00:00:00Z',
    ' 2026-11-20',
    '0000-01-01',
    '',
  ])('"%s" is not a date', (text) => {
    expect(isIsoDate(text)).toBe(false);
    expect(() => day(text)).toThrow(RangeError);
  });

  test('the message about a wrong date does not repeat it, since it may be a birth date', () => {
    expect(() => day('2015-02-31')).toThrow('Not a calendar date written YYYY-MM-DD.');
  });

  test('adding days agrees with the calendar of JavaScript for any day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const expected = new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000)
          .toISOString()
          .slice(0, 10);
        expect(addDays(date, days)).toBe(expected);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  test('the weekday agrees with the calendar of JavaScript for any day', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        expect(isoWeekday(date) % 7).toBe(new Date(`${date}T00:00:00Z`).getUTCDay());
      }),
    );
  });

  test('days are added across the end of February, of a year and of the calendar', () => {
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(day('2025-02-28'), 1)).toBe('2025-03-01');
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(day('2026-01-01'), -1)).toBe('2025-12-31');
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(day('0001-01-01'), -1)).toThrow(RangeError);
  });

  test('a month after the 31st is the last day of a shorter month', () => {
    expect(addMonths(day('2026-08-31'), 1)).toBe('2026-09-30');
    expect(addMonths(day('2024-01-31'), 1)).toBe('2024-02-29');
    expect(addMonths(day('2026-09-01'), 1)).toBe('2026-10-01');
    expect(addMonths(day('2026-01-15'), -2)).toBe('2025-11-15');
    expect(addMonths(day('2026-11-30'), 3)).toBe('2027-02-28');
  });

  test('comparing sorts days in time', () => {
    const days: IsoDate[] = [day('2026-10-01'), day('2025-12-31'), day('2026-02-28')];
    expect(days.sort(compareIsoDates)).toEqual(['2025-12-31', '2026-02-28', '2026-10-01']);
    expect(compareIsoDates(day('2026-10-01'), day('2026-10-01'))).toBe(0);
  });

  test('the day changes at midnight in Shanghai, eight hours before UTC', () => {
    expect(dayInShanghai(new Date('2026-08-31T15:59:59.999Z'))).toBe('2026-08-31');
    expect(dayInShanghai(new Date('2026-08-31T16:00:00Z'))).toBe('2026-09-01');
    expect(today(() => new Date('2026-12-31T20:00:00Z'))).toBe('2027-01-01');
  });

  test('a date of the years of daylight saving in China is the day on the wall', () => {
    expect(dayInShanghai(new Date('1988-07-01T15:30:00Z'))).toBe('1988-07-02');
  });
});

import { parseIsoDate } from '../../policies/iso-date.js';
import { loadPolicies, parsePolicies } from '../../policies/load-policies.js';
import { academicYearOf, createSchoolCalendar } from '../../policies/school-calendar.js';
import { LOCAL_SOURCE, localFile, nationalFile } from './policy-files.js';

const day = parseIsoDate;
const NOW = day('2026-11-20');
const calendar = createSchoolCalendar(loadPolicies().policyFor('520625', NOW));
const withLocal = (values: unknown) =>
  createSchoolCalendar(parsePolicies([nationalFile(), localFile({ values })]).policyFor('520625', NOW));
const stated = (value: unknown) => ({ value, source: LOCAL_SOURCE });
const label = { en: 'x', zh: '某' };

describe('the kinds of days', () => {
  test.each([
    ['2026-11-20', 'SCHOOL_DAY', 'a Friday in term'],
    ['2026-11-21', 'WEEKEND', 'a Saturday'],
    ['2026-11-22', 'WEEKEND', 'a Sunday'],
    ['2026-09-20', 'MAKE_UP_SCHOOL_DAY', 'the Sunday worked before National Day 2026'],
    ['2026-10-10', 'MAKE_UP_SCHOOL_DAY', 'the Saturday worked after National Day 2026'],
    ['2025-09-28', 'MAKE_UP_SCHOOL_DAY', 'the Sunday worked before National Day 2025'],
    ['2025-10-11', 'MAKE_UP_SCHOOL_DAY', 'the Saturday worked after National Day 2025'],
    ['2026-10-01', 'STATUTORY_HOLIDAY', 'National Day'],
    ['2026-10-07', 'STATUTORY_HOLIDAY', 'the last day of the National Day holiday'],
    ['2026-10-08', 'SCHOOL_DAY', 'the day after it'],
    ['2026-02-17', 'OUTSIDE_TERM', 'Spring Festival, in the vacation'],
    ['2026-02-28', 'OUTSIDE_TERM', 'a make-up Saturday, in the vacation'],
    ['2026-09-01', 'SCHOOL_DAY', 'the first day of the autumn term'],
    ['2026-08-31', 'OUTSIDE_TERM', 'the day before it'],
    ['2026-07-10', 'SCHOOL_DAY', 'the last day of the spring term'],
    ['2026-07-11', 'OUTSIDE_TERM', 'the day after it'],
    ['2027-01-04', 'NOT_ANNOUNCED', 'a Monday in term, of a year without an arrangement'],
    ['2027-01-09', 'NOT_ANNOUNCED', 'a Saturday of that year, which may yet be worked'],
    ['2027-02-06', 'OUTSIDE_TERM', 'Spring Festival of that year, in the vacation in any case'],
    ['2031-11-20', 'TERM_DATES_MISSING', 'a day of an academic year whose terms no policy gives'],
  ])('%s is %s: %s', (date, kind) => {
    expect(calendar.kindOf(day(date))).toBe(kind);
  });

  test('a day that cannot be told is not known, rather than no school day', () => {
    expect(calendar.isSchoolDay(day('2026-11-20'))).toEqual({ known: true, value: true });
    expect(calendar.isSchoolDay(day('2026-10-01'))).toEqual({ known: true, value: false });
    expect(calendar.isSchoolDay(day('2027-01-04'))).toEqual({
      known: false,
      reason: 'NOT_ANNOUNCED',
      date: '2027-01-04',
    });
    expect(calendar.isSchoolDay(day('2031-11-20'))).toEqual({
      known: false,
      reason: 'TERM_DATES_MISSING',
      date: '2031-11-20',
    });
  });
});

describe('counting school days', () => {
  const between = (from: string, to: string) => calendar.schoolDaysBetween(day(from), day(to));

  test('counts both ends and leaves out holidays and weekends, but not make-up days', () => {
    expect(between('2026-09-30', '2026-10-10')).toEqual({
      known: true,
      value: ['2026-09-30', '2026-10-08', '2026-10-09', '2026-10-10'],
    });
  });

  test('is empty backwards and inside a holiday', () => {
    expect(between('2026-11-20', '2026-11-19')).toEqual({ known: true, value: [] });
    expect(between('2026-10-01', '2026-10-07')).toEqual({ known: true, value: [] });
  });

  test('counts across the summer vacation', () => {
    expect(between('2026-07-10', '2026-09-01')).toEqual({ known: true, value: ['2026-07-10', '2026-09-01'] });
  });

  test('stops at the first day that cannot be told', () => {
    expect(between('2026-12-31', '2027-01-08')).toEqual({
      known: false,
      reason: 'NOT_ANNOUNCED',
      date: '2027-01-01',
    });
  });
});

describe('working days', () => {
  test('ten of them after National Day run over a make-up Saturday', () => {
    expect(calendar.addWorkingDays(day('2026-09-30'), 10)).toEqual({ known: true, value: '2026-10-20' });
  });

  test('run in the vacations too, over the Spring Festival', () => {
    expect(calendar.addWorkingDays(day('2026-02-13'), 1)).toEqual({ known: true, value: '2026-02-14' });
    expect(calendar.addWorkingDays(day('2026-02-14'), 1)).toEqual({ known: true, value: '2026-02-24' });
  });

  test('none of them is the same day, and a year without an arrangement has no answer', () => {
    expect(calendar.addWorkingDays(day('2026-10-01'), 0)).toEqual({ known: true, value: '2026-10-01' });
    expect(calendar.addWorkingDays(day('2026-12-31'), 1)).toMatchObject({ known: false, date: '2027-01-01' });
  });
});

describe('the State Council’s arrangements', () => {
  test('are known for every year from 2004 to 2026 and for no other', () => {
    const years = Array.from({ length: 30 }, (_, index) => 2000 + index);
    const known = years.filter((year) => calendar.addWorkingDays(day(`${year}-05-31`), 1).known);
    expect(known).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index));
  });
});

describe('terms and academic years', () => {
  test('an academic year begins on 1 September', () => {
    expect([academicYearOf(day('2026-08-31')), academicYearOf(day('2026-09-01'))]).toEqual([2025, 2026]);
    expect([academicYearOf(day('2026-12-31')), academicYearOf(day('2027-01-01'))]).toEqual([2026, 2026]);
  });

  test('the spring term belongs to the academic year of the autumn before', () => {
    expect(calendar.termOf(day('2026-04-10'))).toMatchObject({
      key: '2025-SPRING',
      academicYear: 2025,
      season: 'SPRING',
    });
    expect(calendar.termOf(day('2026-11-20'))).toMatchObject({
      key: '2026-AUTUMN',
      academicYear: 2026,
      season: 'AUTUMN',
    });
  });

  test('weekends and holidays inside a term belong to it, the vacations to none', () => {
    expect(calendar.termOf(day('2026-10-01'))?.key).toBe('2026-AUTUMN');
    expect(calendar.termOf(day('2026-02-17'))).toBeUndefined();
  });

  test('national term dates say that they are hub defaults, and terms do not overlap', () => {
    for (const { provenance } of calendar.terms) expect(provenance[0].standing).toBe('HUB_DEFAULT');
    calendar.terms.slice(1).forEach(({ start }, index) => {
      expect(start > (calendar.terms[index]?.end ?? '')).toBe(true);
    });
  });

  test('a county’s own dates replace the national ones of that term only', () => {
    const local = withLocal({
      terms: { '2026-AUTUMN': stated({ label, start: '2026-08-28', end: '2027-01-15' }) },
    });
    expect(local.kindOf(day('2026-08-28'))).toBe('SCHOOL_DAY');
    expect(local.termOf(day('2026-08-28'))?.academicYear).toBe(2026);
    expect(local.kindOf(day('2026-07-10'))).toBe('SCHOOL_DAY');
    expect(local.kindOf(day('2027-01-18'))).toBe('OUTSIDE_TERM');
  });

  test('a year missing between two known ones is missing, not a vacation', () => {
    const values = { terms: { '2030-AUTUMN': stated({ label, start: '2030-09-02', end: '2031-01-17' }) } };
    expect(withLocal(values).kindOf(day('2029-10-15'))).toBe('TERM_DATES_MISSING');
    expect(withLocal(values).kindOf(day('2030-10-15'))).toBe('NOT_ANNOUNCED');
    expect(withLocal(values).kindOf(day('2031-02-10'))).toBe('TERM_DATES_MISSING');
  });
});

describe('days that a policy supplies', () => {
  const year2027 = { holidays: ['2027-01-01', '2027-10-01'], makeUpWorkdays: ['2027-01-09'] };
  const supplied = withLocal({ statutoryHolidays: { '2027': stated(year2027) } });

  test('make a year known that the package does not know', () => {
    expect(supplied.kindOf(day('2027-01-01'))).toBe('STATUTORY_HOLIDAY');
    expect(supplied.kindOf(day('2027-01-04'))).toBe('SCHOOL_DAY');
    expect(supplied.kindOf(day('2027-01-09'))).toBe('MAKE_UP_SCHOOL_DAY');
    expect(supplied.kindOf(day('2027-01-10'))).toBe('WEEKEND');
    expect(supplied.schoolDaysBetween(day('2026-12-31'), day('2027-01-04'))).toEqual({
      known: true,
      value: ['2026-12-31', '2027-01-04'],
    });
  });

  test('leave the other years to the package', () => {
    expect(supplied.kindOf(day('2026-10-10'))).toBe('MAKE_UP_SCHOOL_DAY');
    expect(supplied.kindOf(day('2028-01-05'))).toBe('NOT_ANNOUNCED');
  });

  test('close the schools of a county on its own days, and let them teach on others', () => {
    const local = withLocal({
      localDays: {
        snow: stated({
          label: { en: 'snow', zh: '雪灾停课' },
          from: '2026-12-14',
          to: '2026-12-15',
          schoolDay: false,
        }),
        instead: stated({
          label: { en: 'made up', zh: '补课' },
          from: '2026-12-19',
          to: '2026-12-19',
          schoolDay: true,
        }),
      },
    });
    expect(local.kindOf(day('2026-12-14'))).toBe('LOCAL_CLOSURE');
    expect(local.schoolDaysBetween(day('2026-12-12'), day('2026-12-20'))).toEqual({
      known: true,
      value: ['2026-12-16', '2026-12-17', '2026-12-18', '2026-12-19'],
    });
  });
});

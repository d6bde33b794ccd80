import fc from 'fast-check';
import { addDays, dayInShanghai, parseIsoDate } from '../../policies/iso-date.js';
import { loadPolicies, parsePolicies } from '../../policies/load-policies.js';
import {
  ageOn,
  ageOn31August,
  compulsoryBirthDates,
  educationStage,
  entryAcademicYear,
  expectedGrade,
  stageOfGrade,
} from '../../policies/school-age.js';
import { LOCAL_SOURCE, localFile, nationalFile } from './policy-files.js';

const day = parseIsoDate;
const NOW = day('2026-11-20');
const policy = loadPolicies().policyFor('520625', NOW);
const grade = (birthDate: string, academicYear = 2026) => expectedGrade(day(birthDate), academicYear, policy);
const stage = (birthDate: string) => educationStage(day(birthDate), 2026, policy);

describe('age on 31 August', () => {
  test.each([
    ['2020-08-31', 2026, 6],
    ['2020-09-01', 2026, 5],
    ['2020-01-01', 2026, 6],
    ['2020-02-29', 2026, 6],
    ['2026-09-01', 2026, -1],
  ])('of somebody born on %s before the academic year %i is %i', (birthDate, academicYear, years) => {
    expect(ageOn31August(day(birthDate), academicYear)).toBe(years);
  });

  test('a birthday on 29 February comes on 1 March in a common year', () => {
    expect(ageOn(day('2020-02-29'), day('2026-02-28'))).toBe(5);
    expect(ageOn(day('2020-02-29'), day('2026-03-01'))).toBe(6);
    expect(ageOn(day('2020-02-29'), day('2028-02-29'))).toBe(8);
  });

  test('a birthday begins at midnight in Asia/Shanghai, whatever day it is elsewhere', () => {
    const bornOn = day('2020-09-01');
    expect(ageOn(bornOn, dayInShanghai(new Date('2026-08-31T15:59:59.999Z')))).toBe(5);
    expect(ageOn(bornOn, dayInShanghai(new Date('2026-08-31T16:00:00.000Z')))).toBe(6);
    // The cut-off of school age turns at the same moment.
    const wholeYears = (moment: string) => ageOn(day('2020-08-31'), dayInShanghai(new Date(moment)));
    expect([wholeYears('2026-08-30T15:59:59Z'), wholeYears('2026-08-30T16:00:00Z')]).toEqual([5, 6]);
  });

  test('agrees with counting birthdays one by one', () => {
    const offset = fc.integer({ min: 0, max: 9000 });
    fc.assert(
      fc.property(offset, offset, (born, later) => {
        const birthDate = addDays(day('2000-01-01'), born);
        const on = addDays(birthDate, later);
        let birthdays = 0;
        for (let year = Number(birthDate.slice(0, 4)) + 1; `${year}${birthDate.slice(4)}` <= on; year += 1)
          birthdays += 1;
        expect(ageOn(birthDate, on)).toBe(birthdays);
      }),
    );
  });
});

describe('the expected grade', () => {
  test('turns at 31 August: born on that day a child is in grade 1, born a day later it waits a year', () => {
    expect([grade('2020-08-31'), grade('2020-09-01')]).toEqual([1, 'PRESCHOOL']);
    expect(grade('2020-09-01', 2027)).toBe(1);
  });

  test('runs from 1 to 9 and ends there', () => {
    const grades = Array.from({ length: 12 }, (_, index) => grade(`${2021 - index}-02-28`));
    expect(grades).toEqual(['PRESCHOOL', 1, 2, 3, 4, 5, 6, 7, 8, 9, 'ABOVE', 'ABOVE']);
  });

  test('of a child born on 29 February is that of those born the day before', () => {
    expect(grade('2016-02-29')).toBe(grade('2016-02-28'));
  });

  test('rises by one every year for any child', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6000 }), fc.integer({ min: 0, max: 7 }), (born, years) => {
        const birthDate = addDays(day('2006-01-01'), born);
        const first = entryAcademicYear(birthDate, policy);
        expect(ageOn31August(birthDate, first)).toBe(6);
        expect(expectedGrade(birthDate, first + years, policy)).toBe(years + 1);
        expect(expectedGrade(birthDate, first - 1, policy)).toBe('PRESCHOOL');
      }),
    );
  });

  test('begins at seven, or at another day, where a policy says so', () => {
    const stated = (value: unknown) => ({ value, source: LOCAL_SOURCE });
    const local = (ages: unknown) =>
      parsePolicies([nationalFile(), localFile({ values: { ages } })]).policyFor('520625', NOW);
    const seven = local({ compulsoryEntryAge: stated(7) });
    expect(expectedGrade(day('2019-08-31'), 2026, seven)).toBe(1);
    expect(expectedGrade(day('2019-09-01'), 2026, seven)).toBe('PRESCHOOL');
    const december = local({ entryCutoff: stated('12-31') });
    expect(expectedGrade(day('2020-12-31'), 2026, december)).toBe(1);
  });
});

describe('the birth dates of those due in a compulsory grade', () => {
  test('are nine years that end at 31 August', () => {
    expect(compulsoryBirthDates(2026, policy)).toEqual({ from: '2011-09-01', to: '2020-08-31' });
  });

  test('agree with the expected grade on every day, whatever the cut-off', () => {
    for (const cutoff of ['08-31', '02-28', '12-31']) {
      const { ages, stages } = policy;
      const local = { stages, ages: { ...ages, entryCutoff: { ...ages.entryCutoff, value: cutoff } } };
      const { from, to } = compulsoryBirthDates(2026, local);
      for (let born = day('2010-01-01'); born < '2022-01-01'; born = addDays(born, 1)) {
        const isDue = typeof expectedGrade(born, 2026, local) === 'number';
        if (isDue !== (from <= born && born <= to)) throw new Error(`${born} with ${cutoff}`);
      }
    }
  });
});

describe('the education stage', () => {
  test.each<[birthDate: string, expected: string | undefined, why: string]>([
    ['2024-01-15', undefined, 'a year before kindergarten age'],
    ['2023-08-31', 'PRESCHOOL', 'three on 31 August'],
    ['2020-09-01', 'PRESCHOOL', 'just too young for grade 1'],
    ['2020-08-31', 'PRIMARY', 'in grade 1'],
    ['2015-08-31', 'PRIMARY', 'in grade 6'],
    ['2014-08-31', 'JUNIOR_SECONDARY', 'in grade 7'],
    ['2011-09-01', 'JUNIOR_SECONDARY', 'in grade 9'],
    ['2011-08-31', undefined, 'past grade 9'],
  ])('of a child born on %s is %s: %s', (birthDate, expected) => {
    expect(stage(birthDate)).toBe(expected);
  });

  test('follows the grade', () => {
    expect([0, 1, 6, 7, 9, 10].map((number) => stageOfGrade(number, policy))).toEqual([
      'PRESCHOOL',
      'PRIMARY',
      'PRIMARY',
      'JUNIOR_SECONDARY',
      'JUNIOR_SECONDARY',
      undefined,
    ]);
  });
});

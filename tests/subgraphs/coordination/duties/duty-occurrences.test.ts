import fc from 'fast-check';
import { addDays, parseIsoDate } from '../../../../policies/iso-date.js';
import { loadPolicies } from '../../../../policies/load-policies.js';
import { createSchoolCalendar } from '../../../../policies/school-calendar.js';
import {
  dutyOccurrences,
  type DutyOccurrence,
} from '../../../../subgraphs/coordination/duties/duty-occurrences.js';
import type { DutyPlace, DutyPlaceKind } from '../../../../subgraphs/coordination/duties/duty-places.js';

const place = (kind: DutyPlaceKind, code: string): DutyPlace => ({
  kind,
  code,
  name: code,
  divisionCode: code,
});

const library = loadPolicies();
function rulesOf(county: string) {
  const policy = library.policyFor(county, parseIsoDate('2026-11-20'));
  return { ...policy, calendar: createSchoolCalendar(policy) };
}

const PLACES = [
  place('PROVINCE', '65'),
  place('PREFECTURE', '6523'),
  place('COUNTY', '652301'),
  place('TOWNSHIP', '652301100'),
  place('VILLAGE', '652301100201'),
  place('SCHOOL', '2165000001'),
  place('SCHOOL', '2165000002'),
];

const occurrencesOf = (county: string, from: string, to: string, places = PLACES) =>
  dutyOccurrences(rulesOf(county), places, { from: parseIsoDate(from), to: parseIsoDate(to) });
const idOf = ({ duty, period, body, agency, place: { kind, code } }: DutyOccurrence) =>
  [duty, period, body, kind, code, agency].join(' ');
const find = (all: readonly DutyOccurrence[], duty: string, period: string, code: string) =>
  all.find((each) => each.duty === duty && each.period === period && each.place.code === code);

test('a monthly report opens on the last day of its month and is due five working days later', () => {
  const all = occurrencesOf('652301', '2026-01-01', '2026-12-31');
  expect(find(all, 'monthlyMobilityReport', '2026-11', '2165000001')).toMatchObject({
    body: 'SCHOOL',
    kind: 'REPORT',
    signers: ['COUNTY_EDUCATION'],
    periodFrom: '2026-11-01',
    opensOn: '2026-11-30',
    dueOn: '2026-12-07',
    unknownBecause: null,
    policyClause: '昌市政办发〔2020〕16号 四（一）4',
  });
  // 1 to 7 October are holidays, 10 October is worked.
  expect(find(all, 'monthlyMobilityReport', '2026-09', '2165000001')?.dueOn).toBe('2026-10-13');
});

test.each([
  ['652301', 'rollCallMonths', '2026-09', '2165000001', '2026-09-01', '2026-09-30'],
  ['652301', 'quarterlyBulletin', '2026Q3', '652301', '2026-09-30', '2026-10-13'],
  ['652301', 'yearlyCensus', '2026', '652301100201', '2026-01-01', '2026-12-31'],
  ['652301', 'countyTermStartVisit', '2026-AUTUMN', '652301', '2026-09-01', '2026-09-15'],
  ['640381', 'termMeeting', '2025-SPRING', '652301', '2026-03-02', '2026-03-16'],
  ['640381', 'termStatusReview', '2026-AUTUMN', '2165000002', '2026-09-01', '2026-10-01'],
  ['520625', 'publicityMonths', '2026-08', '652301100', '2026-08-01', '2026-08-31'],
  ['652301', 'prefectureTermSurvey', '2025-SPRING', '6523', '2026-03-02', '2026-07-10'],
] as const)('in %s %s of %s at %s is done from %s to %s', (county, duty, period, code, opensOn, dueOn) => {
  const found = find(occurrencesOf(county, '2026-01-01', '2026-12-31'), duty, period, code);
  expect(found).toMatchObject({ opensOn, dueOn });
});

test('a term whose dates no policy gives has an unknown day, and is there', () => {
  const far = occurrencesOf('640381', '2040-01-01', '2040-12-31');
  const meetings = far.filter(({ duty }) => duty === 'termMeeting');
  expect(
    meetings.map(({ period, opensOn, dueOn, unknownBecause }) => [period, opensOn, dueOn, unknownBecause]),
  ).toEqual([
    ['2039-SPRING', null, null, 'TERM_DATES_MISSING'],
    ['2040-AUTUMN', null, null, 'TERM_DATES_MISSING'],
  ]);
});

test('a due day behind holidays that are not announced is unknown, while the opening day stands', () => {
  const far = occurrencesOf('652301', '2040-11-01', '2040-11-30');
  expect(find(far, 'monthlyMobilityReport', '2040-11', '2165000001')).toMatchObject({
    opensOn: '2040-11-30',
    dueOn: null,
    unknownBecause: 'NOT_ANNOUNCED',
  });
});

test('each body of a duty owes it at each place of its level; a family owes none', () => {
  const censuses = occurrencesOf('652301', '2026-01-01', '2026-12-31').filter(
    ({ duty }) => duty === 'yearlyCensus',
  );
  expect(censuses.map(({ body, place: { kind } }) => `${body} ${kind}`)).toEqual([
    'COUNTY_EDUCATION COUNTY',
    'VILLAGE VILLAGE',
    'POLICE COUNTY',
  ]);
});

test('of the departments of the county each agency owes for itself', () => {
  const publicity = find(
    occurrencesOf('640381', '2026-08-01', '2026-12-31'),
    'termStartPublicity',
    '2026-AUTUMN',
    '652301100',
  );
  expect(publicity).toMatchObject({ body: 'TOWNSHIP', agency: null });
  const ofDepartments = occurrencesOf('640381', '2026-08-01', '2026-12-31').filter(
    ({ duty, body }) => duty === 'termStartPublicity' && body === 'COUNTY_DEPARTMENT',
  );
  expect(ofDepartments.map(({ agency }) => agency)).toEqual([
    'civil-affairs',
    'coordination',
    'disability',
    'education',
    'labour',
    'police',
    'poverty',
  ]);
});

test('a result that is handed down is signed for by nobody', () => {
  const assessments = occurrencesOf('520625', '2026-01-01', '2026-12-31').filter(
    ({ duty }) => duty === 'yearlyTownshipAssessment',
  );
  expect(assessments.map(({ signers }) => signers)).toEqual([[]]);
});

const DAY_SPAN = 365 * 12;
const day = fc.integer({ min: 0, max: DAY_SPAN }).map((days) => addDays(parseIsoDate('2022-01-01'), days));
const county = fc.constantFrom('652301', '640381', '520625');

test('however a stretch of time is cut, no occurrence is lost and none comes twice', () => {
  fc.assert(
    fc.property(county, fc.uniqueArray(day, { minLength: 3, maxLength: 5 }), (code, days) => {
      const rules = rulesOf(code);
      const [first, ...rest] = days.toSorted();
      const from = first ?? parseIsoDate('2022-01-01');
      const to = rest.at(-1) ?? from;
      const whole = dutyOccurrences(rules, PLACES, { from, to }).map(idOf);
      let start = from;
      const parts = rest.flatMap((end) => {
        const part = dutyOccurrences(rules, PLACES, { from: start, to: end }).map(idOf);
        start = addDays(end, 1);
        return part;
      });
      expect(new Set(whole).size).toBe(whole.length);
      expect(parts.toSorted()).toEqual(whole.toSorted());
    }),
    { numRuns: 100 },
  );
});

test('every full year has twelve reports of a school, four bulletins, and two meetings', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2015, max: 2050 }), (year) => {
      const ofYear = (code: string, duty: string, at: string) =>
        occurrencesOf(code, `${year}-01-01`, `${year}-12-31`).filter(
          (each) => each.duty === duty && each.place.code === at,
        ).length;
      expect([
        ofYear('652301', 'monthlyMobilityReport', '2165000001'),
        ofYear('652301', 'quarterlyBulletin', '652301'),
        ofYear('640381', 'termMeeting', '652301'),
      ]).toEqual([12, 4, 2]);
    }),
  );
});

test('what is known is in order: no due day lies before the opening day, no opening day before the period', () => {
  fc.assert(
    fc.property(county, day, (code, from) => {
      const all = dutyOccurrences(rulesOf(code), PLACES, { from, to: addDays(from, 400) });
      for (const { periodFrom, opensOn, dueOn, unknownBecause } of all) {
        expect(dueOn === null).toBe(unknownBecause !== null);
        if (opensOn) expect(periodFrom <= opensOn).toBe(true);
        if (opensOn && dueOn) expect(opensOn <= dueOn).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});

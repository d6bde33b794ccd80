import { residenceOf } from '../../../subgraphs/coordination/standing/residence.js';
import { standingOf } from '../../../subgraphs/coordination/standing/standing.js';
import {
  context,
  factsOf,
  missed,
  resident,
  screening,
  status,
  TODAY,
  VILLAGE,
  type StoredFact,
} from './child-facts.builder.js';

const BORN = '2015-05-05';
const decision = (code: string, row: object = {}): StoredFact => [
  'coordination',
  'disposition_record',
  { code, decidedOn: '2026-11-10', ...row },
];
const standing = (...rows: StoredFact[]) => {
  const { standing, basis } = standingOf(factsOf([resident(), ...rows]), BORN, context);
  return `${standing}/${basis}`;
};

test.each([
  ['IN_SCHOOL_OUT_OF_COUNTY', 'IN_SCHOOL/DISPOSITION'],
  ['SPECIAL_PLACEMENT', 'IN_SCHOOL/DISPOSITION'],
  ['ABROAD', 'OUT_OF_SCOPE/DISPOSITION'],
  ['EMPTY_REGISTRATION', 'OUT_OF_SCOPE/DISPOSITION'],
  ['PERSON_NOT_FOUND', 'OUT_OF_SCOPE/DISPOSITION'],
  ['NOT_YET_DUE', 'NOT_YET_COMPULSORY/DISPOSITION'],
  ['SUSPENDED_APPROVED', 'APPROVED_ABSENCE/DISPOSITION'],
  ['ID_CORRECTED', 'UNVERIFIED/NO_EXPLANATION'],
  ['UNRESOLVED', 'UNVERIFIED/NO_EXPLANATION'],
  ['LEGAL_CUSTODY', 'UNVERIFIED/NO_EXPLANATION'],
])('a child on whom %s was decided is %s', (code, expected) => {
  expect(standing(decision(code))).toBe(expected);
});

test.each([
  ['that has ended', { endedOn: '2026-11-15' }],
  ['whose last day is over', { validUntil: '2026-11-19' }],
  ['that answers the national platform alone', { narrowedOn: '2026-11-15' }],
])('a decision %s says nothing', (_what, row) => {
  expect(standing(decision('ABROAD', row))).toBe('UNVERIFIED/NO_EXPLANATION');
});

test('a later decision on something else leaves standing what was decided of where the child is', () => {
  const name = decision('NAME_CORRECTED', { decidedOn: '2026-11-14' });
  expect(standing(decision('ABROAD'), name)).toBe('OUT_OF_SCOPE/DISPOSITION');
});

test('a decision holds on its last day', () => {
  expect(standing(decision('ABROAD', { validUntil: TODAY }))).toBe('OUT_OF_SCOPE/DISPOSITION');
});

test('an open case, a later mark of the school and a later absence weigh more', () => {
  const openCase: StoredFact = [
    'coordination',
    'dropout_case',
    { state: 'CONFIRMED', basis: 'NEVER_ENROLLED', openedOn: '2026-11-12', schoolCode: null },
  ];
  expect(standing(decision('IN_SCHOOL_IN_COUNTY'), openCase)).toBe('OUT_OF_SCHOOL/NEVER_ENROLLED');
  const left = status({ status: 'DROPPED_OUT', leftOn: '2026-11-15' });
  expect(standing(decision('IN_SCHOOL_IN_COUNTY'), left)).toBe('OUT_OF_SCHOOL/STATUS_DROPPED_OUT');
  const days = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19'];
  expect(standing(decision('IN_SCHOOL_IN_COUNTY'), status(), ...missed(...days))).toBe(
    'SUSPECTED/UNEXCUSED_ABSENCE',
  );
});

test('a mark of the school that is older than the decision does not', () => {
  const left = status({ status: 'DROPPED_OUT', leftOn: '2026-11-01' });
  expect(standing(decision('IN_SCHOOL_OUT_OF_PROVINCE'), left)).toBe('IN_SCHOOL/DISPOSITION');
});

test('where a child lives is what was found last, by a visit or by a decision', () => {
  const elsewhere = '520625102001';
  const moved = decision('RESIDENCE_MOVED', { residenceDivisionCode: elsewhere, endedOn: '2026-11-12' });
  const visit = (day: string) => screening(day, null, { residenceDivisionCode: VILLAGE });
  const residence = (...rows: StoredFact[]) => residenceOf(factsOf([resident(), ...rows]), TODAY);
  expect(residence(moved)).toEqual({ divisionCode: elsewhere, source: 'SCREENING', asOf: '2026-11-10' });
  expect(residence(moved, visit('2026-11-09')).divisionCode).toBe(elsewhere);
  expect(residence(moved, visit('2026-11-11')).divisionCode).toBe(VILLAGE);
});

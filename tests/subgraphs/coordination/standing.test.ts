import { standingOf } from '../../../subgraphs/coordination/standing/standing.js';
import {
  context,
  dropoutCase,
  factsOf,
  missed,
  period,
  resident,
  screening,
  status,
  type StoredFact,
  census,
} from './child-facts.builder.js';

/** Born so that the cohort is in grade 5 in 2026/27. */
const IN_GRADE_5 = '2016-03-03';

const approval = (row: object): StoredFact => [
  'education',
  'approved_absence',
  { kind: 'SUSPENSION', from: '2026-09-01', until: '2027-08-31', ...row },
];
const elsewhere = (row: object): StoredFact => [
  'education',
  'study_elsewhere',
  { area: 'OUT_OF_COUNTY', schoolName: '某校', grade: 5, checkedOn: '2026-09-20', ...row },
];
const labourCase = (row: object = {}): StoredFact => [
  'labour',
  'child_labour_case',
  { foundOn: '2026-10-01', returnDueOn: '2026-10-11', ...row },
];
const rollCall = (finding: string): StoredFact => [
  'education',
  'roll_call_finding',
  { calledOn: '2026-09-11', schoolCode: '2152000001', classCode: '21520000010501', finding },
];

describe('the standing of a child in grade 5 by cohort', () => {
  const cases: [string, StoredFact[], string][] = [
    ['nothing at all', [], 'UNVERIFIED/NO_EXPLANATION'],
    ['a registration alone', [resident()], 'UNVERIFIED/NO_EXPLANATION'],
    ['a status on the roll', [status()], 'IN_SCHOOL/ON_THE_ROLL'],
    ['a status after return', [status({ status: 'RETURNED' })], 'IN_SCHOOL/ON_THE_ROLL'],
    ['a suspended status', [status({ status: 'SUSPENDED' })], 'APPROVED_ABSENCE/STATUS_SUSPENDED'],
    [
      'a status marked as dropped out',
      [status({ status: 'DROPPED_OUT' })],
      'OUT_OF_SCHOOL/STATUS_DROPPED_OUT',
    ],
    [
      'a dropped-out status and a later one on the roll',
      [status({ status: 'DROPPED_OUT' }), status({ enrolledOn: '2026-09-01' })],
      'IN_SCHOOL/ON_THE_ROLL',
    ],
    ['a roll-call that met a child without status', [rollCall('EXTRA')], 'IN_SCHOOL/ROLL_CALL'],
    [
      'a status and absence at the roll-call',
      [status(), rollCall('ABSENT')],
      'UNVERIFIED/ABSENT_AT_ROLL_CALL',
    ],
    [
      'a status and excused absence at the roll-call',
      [
        status(),
        rollCall('ABSENT'),
        ['education', 'absence', { date: '2026-09-11', session: 'WHOLE_DAY', state: 'EXCUSED' }],
      ],
      'IN_SCHOOL/ON_THE_ROLL',
    ],
    [
      'a special-education placement without status',
      [
        [
          'education',
          'education_placement',
          { mode: 'HOME_TEACHING', schoolCode: '5152000001', decidedOn: '2025-09-01' },
        ],
      ],
      'IN_SCHOOL/SPECIAL_PLACEMENT',
    ],
    [
      'three school days missed up to yesterday',
      [status(), ...missed('2026-11-17', '2026-11-18', '2026-11-19')],
      'SUSPECTED/UNEXCUSED_ABSENCE',
    ],
    [
      'three school days missed over a weekend',
      [
        status(),
        ...missed('2026-11-13', '2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'),
      ],
      'SUSPECTED/UNEXCUSED_ABSENCE',
    ],
    ['two school days missed', [status(), ...missed('2026-11-18', '2026-11-19')], 'IN_SCHOOL/ON_THE_ROLL'],
    [
      'a long absence that has ended',
      [status(), ...missed('2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13')],
      'IN_SCHOOL/ON_THE_ROLL',
    ],
    ['an approval in force', [status(), approval({})], 'APPROVED_ABSENCE/APPROVAL'],
    ['an approval on its last day', [approval({ until: '2026-11-20' })], 'APPROVED_ABSENCE/APPROVAL'],
    ['an approval that ran out', [approval({ until: '2026-11-19' })], 'UNVERIFIED/NO_EXPLANATION'],
    ['study elsewhere, checked this term', [elsewhere({})], 'IN_SCHOOL/STUDIES_ELSEWHERE'],
    [
      'study elsewhere, checked last term',
      [elsewhere({ checkedOn: '2026-05-05' })],
      'UNVERIFIED/VERIFICATION_EXPIRED',
    ],
    ['study abroad', [elsewhere({ area: 'ABROAD' })], 'OUT_OF_SCOPE/ABROAD'],
    ['a visit that found the child abroad', [screening('2026-10-01', 'ABROAD')], 'OUT_OF_SCOPE/ABROAD'],
    ['an exit at the border', [['police', 'border_exit', { leftOn: '2026-02-02' }]], 'OUT_OF_SCOPE/ABROAD'],
    [
      'a cancelled registration of an emigrant',
      [resident({ cancelledOn: '2026-02-02', cancelReason: 'EMIGRATED' })],
      'OUT_OF_SCOPE/ABROAD',
    ],
    [
      'a cancelled registration after death',
      [status(), resident({ cancelledOn: '2026-02-02', cancelReason: 'DEATH' })],
      'OUT_OF_SCOPE/DECEASED',
    ],
    ['a status ended by death', [status({ status: 'DECEASED' }), resident()], 'OUT_OF_SCOPE/DECEASED'],
    [
      'a visit that found study elsewhere',
      [screening('2026-10-01', 'IN_SCHOOL_OUT_OF_PROVINCE')],
      'IN_SCHOOL/FIELD_FINDING',
    ],
    [
      'a visit of last spring that found study elsewhere',
      [screening('2026-04-01', 'IN_SCHOOL_OUT_OF_PROVINCE')],
      'UNVERIFIED/VERIFICATION_EXPIRED',
    ],
    [
      'a finding that a later visit replaced',
      [
        screening('2026-09-10', 'IN_SCHOOL_OUT_OF_PROVINCE'),
        screening('2026-10-10', 'CONFIRMED_NOT_ENROLLED'),
      ],
      'OUT_OF_SCHOOL/NEVER_ENROLLED',
    ],
    [
      'a visit that confirmed a dropout still on the roll',
      [status(), screening('2026-10-10', 'CONFIRMED_DROPOUT')],
      'OUT_OF_SCHOOL/FIELD_FINDING',
    ],
    [
      'a census that found it out of school',
      [census('NEVER_ENROLLED', '2026-10-10')],
      'OUT_OF_SCHOOL/NEVER_ENROLLED',
    ],
    ['a census that found a dropout', [census('DROPPED_OUT', '2026-10-10')], 'OUT_OF_SCHOOL/FIELD_FINDING'],
    [
      'a census that found study elsewhere',
      [census('STUDIES_OUT_OF_COUNTY', '2026-10-10')],
      'IN_SCHOOL/FIELD_FINDING',
    ],
    [
      'a census of last spring that found study elsewhere',
      [census('STUDIES_OUT_OF_COUNTY', '2026-04-10')],
      'UNVERIFIED/VERIFICATION_EXPIRED',
    ],
    [
      'the later of two censuses',
      [census('DROPPED_OUT', '2026-10-10'), census('STUDIES_IN_COUNTY', '2026-11-01')],
      'IN_SCHOOL/FIELD_FINDING',
    ],
    [
      'a census that nobody checked',
      [census(null, '2026-10-10'), census('DROPPED_OUT', null)],
      'UNVERIFIED/NO_EXPLANATION',
    ],
    [
      'a census against the roll: the roll stands',
      [status(), census('DROPPED_OUT', '2026-10-10')],
      'IN_SCHOOL/ON_THE_ROLL',
    ],
    [
      'a census against a visit about the child: the visit stands',
      [census('DROPPED_OUT', '2026-11-10'), screening('2026-10-10', 'IN_SCHOOL_OUT_OF_PROVINCE')],
      'IN_SCHOOL/FIELD_FINDING',
    ],
    ['a visit without an answer', [screening('2026-10-10', null)], 'UNVERIFIED/NO_EXPLANATION'],
    ['an open case', [status(), dropoutCase()], 'OUT_OF_SCHOOL/OPEN_CASE'],
    [
      'an open case of a child who never went',
      [dropoutCase({ basis: 'NEVER_ENROLLED', schoolCode: null })],
      'OUT_OF_SCHOOL/NEVER_ENROLLED',
    ],
    ['a case under verification', [status(), dropoutCase({ state: 'VERIFYING' })], 'SUSPECTED/OPEN_CASE'],
    [
      'a case that ended with a return',
      [status(), dropoutCase({ returnedOn: '2026-11-01' })],
      'IN_SCHOOL/ON_THE_ROLL',
    ],
    ['a child-labour case whose child is not back', [status(), labourCase()], 'OUT_OF_SCHOOL/CHILD_LABOUR'],
    [
      'a child-labour case whose school was not told',
      [status(), labourCase({ returnedOn: '2026-10-09' })],
      'OUT_OF_SCHOOL/CHILD_LABOUR',
    ],
    [
      'a child-labour case that is done',
      [status(), labourCase({ returnedOn: '2026-10-09', schoolContactedOn: '2026-10-10' })],
      'IN_SCHOOL/ON_THE_ROLL',
    ],
    [
      'a transfer of last week',
      [
        status({ status: 'TRANSFERRED_OUT' }),
        ['education', 'status_change', { kind: 'TRANSFERRED_OUT', changedOn: '2026-11-12' }],
      ],
      'UNVERIFIED/TRANSFER_IN_TRANSIT',
    ],
    [
      'a transfer that nobody took up',
      [
        status({ status: 'TRANSFERRED_OUT' }),
        ['education', 'status_change', { kind: 'TRANSFERRED_OUT', changedOn: '2026-09-05' }],
      ],
      'UNVERIFIED/TRANSFER_OVERDUE',
    ],
    [
      'a primary school finished, no junior school',
      [status({ status: 'GRADUATED', grade: 6 })],
      'UNVERIFIED/NO_EXPLANATION',
    ],
    ['grade 9 finished', [status({ status: 'GRADUATED', grade: 9 })], 'OUT_OF_SCOPE/COMPLETED'],
  ];
  test.each(cases)('with %s', (_facts, rows, expected) => {
    const { standing, basis } = standingOf(factsOf(rows), IN_GRADE_5, context);
    expect(`${standing}/${basis}`).toBe(expected);
  });
});

describe('what only its own agency may tell decides nothing', () => {
  const restricted: [string, StoredFact][] = [
    ['custody', ['police', 'legal_custody', { kind: 'CUSTODY', startsOn: '2026-01-01' }]],
    ['a parent in custody', period('civil-affairs', 'parent_in_custody')],
    [
      'early marriage',
      ['civil-affairs', 'early_marriage_screening', { screenedOn: '2026-05-05', result: 'CONFIRMED' }],
    ],
    ['a visit that found custody', screening('2026-10-10', 'LEGAL_CUSTODY')],
  ];
  test.each(restricted)('%s', (_name, fact) => {
    for (const rows of [[], [status()], [resident()]]) {
      expect(standingOf(factsOf([...rows, fact]), IN_GRADE_5, context)).toEqual(
        standingOf(factsOf(rows), IN_GRADE_5, context),
      );
    }
  });
});

describe('ages at the edges of compulsory education', () => {
  test('a child born on the last day of August is due', () => {
    expect(standingOf(factsOf([resident()]), '2020-08-31', context).standing).toBe('UNVERIFIED');
  });
  test('a child born a day later is not due yet', () => {
    expect(standingOf(factsOf([resident()]), '2020-09-01', context).standing).toBe('NOT_YET_COMPULSORY');
  });
  test('a young child who goes to school all the same is in school', () => {
    expect(standingOf(factsOf([status({ grade: 1 })]), '2020-10-01', context).standing).toBe('IN_SCHOOL');
  });
  test('somebody whose cohort has finished and of whom nothing is known is out of scope', () => {
    expect(standingOf(factsOf([resident()]), '2010-01-01', context).basis).toBe('OVER_AGE');
  });
  test('a dropout of 15 whose cohort has finished still has a case', () => {
    expect(standingOf(factsOf([dropoutCase()]), '2011-02-02', context).standing).toBe('OUT_OF_SCHOOL');
  });
  test('a dropout of 16 has none', () => {
    expect(standingOf(factsOf([dropoutCase()]), '2010-02-02', context).basis).toBe('OVER_AGE');
  });
});

test('a standing says since when it holds', () => {
  const spell = factsOf([status(), ...missed('2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19')]);
  expect(standingOf(spell, IN_GRADE_5, context).since).toBe('2026-11-16');
  expect(standingOf(factsOf([status()]), IN_GRADE_5, context).since).toBe('2022-09-01');
});

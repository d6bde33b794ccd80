import { residenceOf } from '../../../subgraphs/coordination/standing/residence.js';
import { scopesOf } from '../../../subgraphs/coordination/register/student-scopes.js';
import {
  CHILD,
  factsOf,
  resident,
  screening,
  status,
  TODAY,
  VILLAGE,
  type StoredFact,
} from './child-facts.builder.js';

const at = (last: string) => `520625102${last}`;
const permit = (row: object = {}): StoredFact => [
  'police',
  'residence_permit',
  { issuedOn: '2026-03-01', expiresOn: '2027-02-28', addressDivisionCode: at('002'), ...row },
];
const move = (direction: string, row: object = {}): StoredFact => [
  'police',
  'floating_population_record',
  { direction, localDivisionCode: at('004'), startedOn: '2025-02-02', ...row },
];
const visit = screening('2026-10-10', 'RESIDENCE_MOVED', { residenceDivisionCode: at('001') });
const pupil = status({ residenceDivisionCode: at('003') });

describe('residence rests on the strongest source', () => {
  const cases: [string, StoredFact[], string | null, string | null][] = [
    ['a screening', [resident(), pupil, permit(), visit, move('OUT')], at('001'), 'SCREENING'],
    ['a valid permit', [resident(), pupil, permit(), move('OUT')], at('002'), 'RESIDENCE_PERMIT'],
    [
      'a permit that ran out is none',
      [resident(), pupil, permit({ expiresOn: '2026-11-19' })],
      at('003'),
      'SCHOOL_RECORD',
    ],
    ["the school's record", [resident(), pupil, move('OUT')], at('003'), 'SCHOOL_RECORD'],
    [
      'the record of a school that was left is none',
      [resident(), status({ leftOn: '2026-06-30', status: 'TRANSFERRED_OUT' })],
      VILLAGE,
      'HOUSEHOLD_REGISTER',
    ],
    ['a move into the county', [move('IN')], at('004'), 'FLOATING_POPULATION'],
    ['a move out of the county', [resident(), move('OUT')], null, 'FLOATING_POPULATION'],
    [
      'a move that has ended is none',
      [resident(), move('OUT', { endedOn: '2026-01-01' })],
      VILLAGE,
      'HOUSEHOLD_REGISTER',
    ],
    ['the household register', [resident()], VILLAGE, 'HOUSEHOLD_REGISTER'],
    [
      'a visit that found nobody confirms nothing',
      [resident(), screening('2026-10-10', null)],
      VILLAGE,
      'HOUSEHOLD_REGISTER',
    ],
    [
      "another agency's record",
      [
        [
          'civil-affairs',
          'child_file',
          { childName: '某', sex: 'MALE', birthDate: '2015-01-01', residenceDivisionCode: at('009') },
        ],
      ],
      at('009'),
      'OTHER_REGISTER',
    ],
    ['nothing', [], null, null],
  ];
  test.each(cases)('%s', (_name, rows, divisionCode, source) => {
    expect(residenceOf(factsOf(rows), TODAY)).toMatchObject({ divisionCode, source });
  });
});

describe('the scopes that are published for a child', () => {
  const kinds = (rows: StoredFact[], memberIds = [CHILD]) => {
    const facts = factsOf(rows);
    return scopesOf({ canonicalId: CHILD, memberIds, facts }, residenceOf(facts, TODAY), null).map(
      ({ studentId, kind, code }) => `${studentId === CHILD ? '' : `${studentId} `}${kind} ${code}`,
    );
  };

  test('registration, residence, school and class', () => {
    expect(kinds([resident(), pupil])).toEqual([
      `REGISTERED ${VILLAGE}`,
      `RESIDENCE ${at('003')}`,
      'SCHOOL 2152000001',
      'CLASS 21520000010501',
    ]);
  });

  test('every id of the child has all of them', () => {
    const former = 'z'.repeat(26);
    expect(kinds([resident()], [CHILD, former])).toEqual([
      `REGISTERED ${VILLAGE}`,
      `RESIDENCE ${VILLAGE}`,
      `${former} REGISTERED ${VILLAGE}`,
      `${former} RESIDENCE ${VILLAGE}`,
    ]);
  });

  test('two registrations that stand both count; a cancelled one beside them does not', () => {
    const rows = [
      resident({ registeredDivisionCode: at('005') }),
      resident({ registeredDivisionCode: at('006') }),
      resident({ registeredDivisionCode: at('007'), cancelledOn: '2026-01-01', cancelReason: 'MOVED_OUT' }),
    ];
    expect(kinds(rows).filter((scope) => scope.startsWith('REGISTERED'))).toEqual([
      `REGISTERED ${at('005')}`,
      `REGISTERED ${at('006')}`,
    ]);
  });

  test('a child whose only registration was cancelled stays within reach of its last place', () => {
    expect(kinds([resident({ cancelledOn: '2026-01-01', cancelReason: 'DEATH' })])).toEqual([
      `REGISTERED ${VILLAGE}`,
    ]);
  });

  test('a school that the child dropped out of still answers for it; one that it left does not', () => {
    expect(kinds([status({ status: 'DROPPED_OUT', leftOn: '2026-09-30' })])).toContain('SCHOOL 2152000001');
    expect(kinds([status({ status: 'TRANSFERRED_OUT', leftOn: '2026-09-30' })])).not.toContain(
      'SCHOOL 2152000001',
    );
  });

  test('a child met at the roll-call without status is within reach of that class', () => {
    const met: StoredFact = [
      'education',
      'roll_call_finding',
      { calledOn: '2026-09-11', schoolCode: '2152000002', classCode: '21520000020301', finding: 'EXTRA' },
    ];
    expect(kinds([met])).toEqual(['SCHOOL 2152000002', 'CLASS 21520000020301']);
  });
});

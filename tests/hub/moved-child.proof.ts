import { callerAs, elsewhere, testCounty, testPersonas, type TestCaller } from '../support/callers.js';
import { startTestHub, type TestHub } from '../support/hub.js';
import { inDays } from '../support/approvals.js';

const child = testCounty.sampleStudentId ?? '';
const UNKNOWN = 'a'.repeat(26);
let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({}, { usageLimits: { lookups: 10_000, children: 100_000 } });
});
afterAll(() => hub.close());

/** Places that no generated child belongs to, so that a page there shows this child or nobody. */
const OLD_VILLAGE = '520625999001';
const NEW_VILLAGE = '520625998001';
const FAR_VILLAGE = '652301999001';

/** Officers, each of one area. */
const OFFICERS = {
  'cadre of the old village': ['village-cadre', 'DIVISION', OLD_VILLAGE],
  'cadre of the new village': ['village-cadre', 'DIVISION', NEW_VILLAGE],
  'township of the old village': ['township-officer', 'DIVISION', OLD_VILLAGE.slice(0, 9)],
  'township of the new village': ['township-officer', 'DIVISION', NEW_VILLAGE.slice(0, 9)],
  'township of another county': ['township-officer', 'DIVISION', FAR_VILLAGE.slice(0, 9)],
  'clerk of school A': ['school-clerk', 'SCHOOL', '2199000001'],
  'clerk of school B': ['school-clerk', 'SCHOOL', '2199000002'],
  'teacher of class A': ['class-teacher', 'CLASS', '21990000010101'],
  'teacher of class B': ['class-teacher', 'CLASS', '21990000020101'],
} as const;
type Officer = keyof typeof OFFICERS;

function callerFor(officer: Officer): TestCaller {
  const [slug, kind, code] = OFFICERS[officer];
  return { ...callerAs(slug), jurisdiction: [{ kind, code }] };
}

type Place = readonly [kind: string, code: string, validFrom?: string, validTo?: string];
const AT_A: readonly Place[] = [
  ['SCHOOL', '2199000001'],
  ['CLASS', '21990000010101'],
];
const AT_B: readonly Place[] = [
  ['SCHOOL', '2199000002'],
  ['CLASS', '21990000020101'],
];
const during = (places: readonly Place[], from: string, to: string): Place[] =>
  places.map(([kind, code]) => [kind, code, from, to]);

/** Where a child belongs, and who therefore sees it. The tests' day is 20 November 2026. */
const CASES: readonly (readonly [string, readonly Place[], readonly Officer[]])[] = [
  [
    'is registered in one village, lives in another and goes to school in a third place',
    [['REGISTERED', OLD_VILLAGE], ['RESIDENCE', NEW_VILLAGE], ...AT_A],
    [
      'cadre of the old village',
      'cadre of the new village',
      'township of the old village',
      'township of the new village',
      'clerk of school A',
      'teacher of class A',
    ],
  ],
  [
    'has moved to another county but is registered here',
    [
      ['REGISTERED', OLD_VILLAGE],
      ['RESIDENCE', FAR_VILLAGE],
    ],
    ['cadre of the old village', 'township of the old village', 'township of another county'],
  ],
  [
    'is registered elsewhere and lives here',
    [
      ['REGISTERED', FAR_VILLAGE],
      ['RESIDENCE', NEW_VILLAGE],
    ],
    ['cadre of the new village', 'township of the new village', 'township of another county'],
  ],
  [
    'stands at two schools at once',
    [...AT_A, ...AT_B],
    ['clerk of school A', 'clerk of school B', 'teacher of class A', 'teacher of class B'],
  ],
  [
    'is about to change schools',
    [...during(AT_A, '2026-09-01', '2026-11-30'), ...during(AT_B, '2026-12-01', '2027-08-31')],
    ['clerk of school A', 'teacher of class A'],
  ],
  [
    'changes schools today, so that both have it',
    [...during(AT_A, '2026-09-01', '2026-11-20'), ...during(AT_B, '2026-11-20', '2027-08-31')],
    ['clerk of school A', 'clerk of school B', 'teacher of class A', 'teacher of class B'],
  ],
  [
    'changed schools yesterday',
    [...during(AT_A, '2026-09-01', '2026-11-19'), ...during(AT_B, '2026-11-20', '2027-08-31')],
    ['clerk of school B', 'teacher of class B'],
  ],
  [
    'is due at a school that it does not attend',
    [['CATCHMENT', '2199000002'], ...AT_A],
    ['clerk of school A', 'clerk of school B', 'teacher of class A'],
  ],
  ['is granted to a school', [['GRANT', '2199000002']], ['clerk of school B']],
  [
    'is granted to a township for a time that is over',
    [['GRANT', '520625999', '2026-10-01', '2026-11-19']],
    [],
  ],
  ['belongs nowhere', [], []],
];

async function place(places: readonly Place[]): Promise<void> {
  for (const agency of hub.agencies.values()) {
    await agency.rows('delete from student_scope where canonical_id = ?', child);
    for (const [kind, code, from = null, to = null] of places)
      await agency.rows(
        `insert into student_scope (student_id, canonical_id, kind, code, valid_from, valid_to, origin)
         values (?, ?, ?, ?, ?::date, ?::date, 'TEST')`,
        child,
        child,
        kind,
        code,
        from,
        to,
      );
  }
}

interface Seen {
  readonly students: { readonly nodes: readonly { readonly id: string }[] };
}

describe('in its own area', () => {
  const kept = new Map<string, readonly object[]>();
  beforeAll(async () => {
    for (const [name, agency] of hub.agencies)
      kept.set(name, await agency.rows('select * from student_scope where canonical_id = ?', child));
  });
  afterAll(async () => {
    for (const [name, agency] of hub.agencies) {
      await agency.rows('delete from student_scope where canonical_id = ?', child);
      await agency.rows(
        'insert into student_scope select * from jsonb_populate_recordset(null::student_scope, ?::jsonb)',
        JSON.stringify(kept.get(name)),
      );
    }
  });

  test.each(CASES)(
    'a child that %s is on the pages of exactly those officers',
    async (_what, places, seers) => {
      await place(places);
      for (const officer of Object.keys(OFFICERS) as Officer[]) {
        const caller = callerFor(officer);
        const isSeen = seers.includes(officer);
        const page = await hub.ask<Seen>(caller, '{ students(first: 100) { nodes { id } } }');
        expect({ officer, ids: page.data.students.nodes.map(({ id }) => id) }).toEqual({
          officer,
          ids: isSeen ? [child] : [],
        });
        for (const [name, agency] of hub.agencies) {
          const { errors } = await agency.askForStudents(caller, [child], 'id');
          const outcome = errors[0]?.extensions.code ?? 'ANSWERED';
          expect({ officer, name, outcome }).toEqual({
            officer,
            name,
            outcome: isSeen ? 'ANSWERED' : 'NOT_FOUND',
          });
        }
      }
    },
  );
});

describe('a child out of reach is as unknown', () => {
  /** Without what names the request and the child that was asked for. */
  const textOf = (answer: object) =>
    JSON.stringify(answer)
      .replaceAll(/"requestId":"[^"]*"/g, '')
      .replaceAll(new RegExp(`${child}|${UNKNOWN}`, 'g'), 'ID');
  const slugs = testPersonas.map(({ slug }) => slug);
  const SEAM = `id formerIds registerEntry { name } casework { __typename } risk { __typename } responsibility { __typename }
    schooling { studentStatus { register { state } } } household { residentRegistration { register { state } } }
    welfare { orphan { register { state } } } disability { certificate { register { state } } }
    labour { childLabourCases { register { state } } } poverty { measures { register { state } } }`;

  test.each(slugs)('to the %s of another area, through the gateway and at every agency', async (slug) => {
    const caller = elsewhere(callerAs(slug));
    const ask = (id: string) =>
      hub.ask<object>(caller, `query ($id: ID!) { student(id: $id) { ${SEAM} } }`, { id });
    const hidden = await ask(child);
    expect(hidden.status).toBe(200);
    expect(textOf(hidden)).toBe(textOf(await ask(UNKNOWN)));
    for (const agency of hub.agencies.values()) {
      const enter = (id: string) => agency.askForStudents<object>(caller, [id], 'id');
      expect(textOf(await enter(child))).toBe(textOf(await enter(UNKNOWN)));
    }
  });

  test('to whoever looks for it by its number and name', async () => {
    const police = callerAs('police-officer');
    const { data } = await hub.ask<{
      student: { registerEntry: { name: string; residentIdNumber: string } };
    }>(
      police,
      'query ($id: ID!) { student(id: $id) { registerEntry { name residentIdNumber(reason: "identity check at the station") } } }',
      { id: child },
    );
    const { name, residentIdNumber } = data.student.registerEntry;
    const find = (input: object) =>
      hub.ask<object>(
        elsewhere(police),
        'query ($input: FindStudentInput!) { findStudent(input: $input) { id } }',
        { input },
      );
    const [hidden, wrong] = [
      await find({ name, residentIdNumber }),
      await find({ name: '王小明', residentIdNumber }),
    ];
    expect(textOf(hidden)).toBe(textOf(wrong));
  });

  test.each([
    [
      'approveAccess',
      `mutation ($input: ApproveAccessInput!) { approveAccess(input: $input) { approval { id } errors { code field message } } }`,
      {
        level: 'CASE',
        actorKind: 'ROLE',
        actor: 'class-teacher',
        purpose: 'CASE_HANDLING',
        dataClasses: ['IDENTITY'],
        expiresAt: inDays(30),
        basis: '个案办理需要',
      },
    ],
    [
      'grantAccess',
      `mutation ($input: GrantAccessInput!) { grantAccess(input: $input) { grant { id } errors { code field message } } }`,
      {
        granteeKind: 'DIVISION',
        granteeCode: '640381',
        reason: '学生随父母外出，请协助查找',
        validTo: '2026-11-30',
      },
    ],
  ])('to whoever names it in %s', async (name, mutation, input) => {
    const ask = (studentId: string) =>
      hub.ask<object>(elsewhere(callerAs('security-administrator')), mutation, {
        input: { ...input, studentId, idempotencyKey: `${name}-${studentId}` },
      });
    const hidden = await ask(child);
    expect(textOf(hidden)).toBe(textOf(await ask(UNKNOWN)));
    expect(textOf(hidden)).toContain('CHILD_NOT_FOUND');
  });
});

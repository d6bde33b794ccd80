import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs, elsewhere } from '../../support/callers.js';
import { newChild, OTHER_VILLAGE, VILLAGE } from '../../support/children.js';
import { nextVersion, tell } from '../../support/service.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('labour');
});
afterAll(() => agency.close());

const inspector = callerAs('labour-inspector');
const stranger = elsewhere(inspector);
const grantOf = (studentId: string, change: object = {}) => ({
  studentId,
  canonicalId: studentId,
  kind: 'GRANT',
  code: '652301',
  validFrom: '2026-11-01',
  validTo: '2026-11-30',
  ...change,
});
const scopesOf = (id: string) =>
  agency.rows<{ kind: string; code: string; origin: string }>(
    'select kind, code, origin from student_scope where student_id = ? order by origin, kind',
    id,
  );
const codeFor = async (id: string) =>
  (await agency.askForStudents(stranger, [id], 'id')).errors[0]?.extensions.code ?? 'ANSWERED';
const grant = (rows: readonly object[], version = nextVersion()) =>
  tell(agency, '/kit/scopes', { origin: 'GRANT', version, rows });

test('a grant opens a child to the officers of another area, and its end shuts it again', async () => {
  const child = await newChild(agency);
  expect(await codeFor(child)).toBe('NOT_FOUND');
  await grant([grantOf(child)]);
  expect(await codeFor(child)).toBe('ANSWERED');
  await grant([]);
  expect(await codeFor(child)).toBe('NOT_FOUND');
});

test.each([
  ['ended yesterday', { validTo: '2026-11-19' }],
  ['begins tomorrow', { validFrom: '2026-11-21' }],
  ['is for a third area', { code: '640381' }],
])('a grant that %s opens nothing', async (_what, change) => {
  const child = await newChild(agency);
  await grant([grantOf(child, change)]);
  expect(await codeFor(child)).toBe('NOT_FOUND');
});

test('a grant for a class reaches its teacher', async () => {
  const child = await newChild(agency);
  await grant([grantOf(child, { code: 'CLASS-7-1' })]);
  const teacher = { ...inspector, jurisdiction: [{ kind: 'CLASS', code: 'CLASS-7-1' }] as const };
  expect((await agency.askForStudents(teacher, [child], 'id')).errors).toEqual([]);
});

test('a grant for a school reaches the school alone, not the division whose digits its code begins with', async () => {
  const child = await newChild(agency);
  // Codes of schools begin with their kind, 21 for primary schools, and 21 is a province.
  await grant([grantOf(child, { code: '2152000001' })]);
  const at = (kind: 'SCHOOL' | 'DIVISION' | 'CLASS', code: string) => ({
    ...inspector,
    jurisdiction: [{ kind, code }] as const,
  });
  const outcome = async (caller: ReturnType<typeof at>) =>
    (await agency.askForStudents(caller, [child], 'id')).errors[0]?.extensions.code ?? 'ANSWERED';
  expect(await outcome(at('SCHOOL', '2152000001'))).toBe('ANSWERED');
  for (const code of ['21', '2152', '215200']) expect(await outcome(at('DIVISION', code))).toBe('NOT_FOUND');
  expect(await outcome(at('SCHOOL', '2152'))).toBe('NOT_FOUND');
  await grant([grantOf(child, { code: '215200' })]);
  for (const code of ['21', '2152', '215200']) expect(await outcome(at('DIVISION', code))).toBe('ANSWERED');
});

test('a set of grants that is older than what is held does not bring one back', async () => {
  const child = await newChild(agency);
  const [older, newer] = [nextVersion(), nextVersion()];
  expect(await grant([], newer)).toEqual({ version: newer });
  expect(await grant([grantOf(child)], older)).toEqual({ version: newer });
  expect(await codeFor(child)).toBe('NOT_FOUND');
});

test('scopes of another origin are replaced for the students that are named, and for nobody else', async () => {
  const [moved, other] = [await newChild(agency), await newChild(agency)];
  const place = (studentId: string, code: string) => ({
    ...grantOf(studentId),
    kind: 'RESIDENCE',
    code,
    validFrom: null,
    validTo: null,
  });
  const publish = (students: string[], rows: object[]) =>
    tell(agency, '/kit/scopes', { origin: 'RUN', students, rows });
  expect(await publish([moved, other], [place(moved, VILLAGE), place(other, VILLAGE)])).toEqual({ rows: 2 });
  expect(await publish([moved], [place(moved, OTHER_VILLAGE)])).toEqual({ rows: 1 });
  expect(await scopesOf(moved)).toEqual([
    { kind: 'RESIDENCE', code: OTHER_VILLAGE, origin: 'RUN' },
    { kind: 'RESIDENCE', code: VILLAGE, origin: 'TEST' },
  ]);
  expect(await scopesOf(other)).toHaveLength(2);
  expect(await publish([moved], [place(other, OTHER_VILLAGE)])).toBe(400);
  expect(await scopesOf(other)).toHaveLength(2);
});

test('an agency says up to which version it was told, and takes an older one from a publisher that was put back', async () => {
  const upTo = (version: number, isTold: boolean) =>
    tell(agency, '/kit/scopes', { origin: 'RUN', version, isTold });
  expect(await upTo(7, false)).toEqual({ version: 0 });
  expect(await upTo(7, true)).toEqual({ version: 7 });
  expect(await upTo(9, false)).toEqual({ version: 7 });
  expect(await upTo(3, true)).toEqual({ version: 3 });
  expect(await tell(agency, '/kit/scopes', { origin: 'OTHER', version: 3, isTold: false })).toEqual({
    version: 0,
  });
  expect(await upTo(0, true)).toBe(400);
});

test.each(['LOCAL', 'RECORDED', 'GRANT', 'local', ''])(
  'origin "%s" is not replaced student by student',
  async (origin) => {
    const child = await newChild(agency);
    expect(await tell(agency, '/kit/scopes', { origin, students: [child], rows: [] })).toBe(400);
    expect(await scopesOf(child)).toHaveLength(1);
  },
);

import { randomUUID } from 'node:crypto';
import { POLICE_SCOPES } from '../../../subgraphs/police/scopes.js';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs, elsewhere, withoutScope, type TestCaller } from '../../support/callers.js';
import { newChild, VILLAGE } from '../../support/children.js';
import { workGroups } from '../../support/work-groups.js';
import { DETERMINE, determine, officer } from './determination-harness.js';
import { addDetermination, addMove, registeredChildren } from './police-rows.js';

const FOUND = { requestedOn: '2026-11-02', determinedOn: '2026-11-12', result: 'MISSING' };

let agency: TestAgency;
let registered: { readonly studentId: string; readonly name: string }[];
beforeAll(async () => {
  agency = await startTestAgency('police', { now: () => new Date('2026-11-20T09:00:00+08:00') });
  await agency.rows('delete from missing_person_determination');
  registered = await registeredChildren(agency, 2);
});
afterAll(() => agency?.close());

const stored = (studentId: string) =>
  agency.rows(
    `select name, residence_division_code as place, requested_on::text as "requestedOn", requested_by as "requestedBy",
       determined_on::text as "determinedOn", result, recorded_by as "recordedBy"
     from missing_person_determination where student_id = ? order by requested_on`,
    studentId,
  );
const toDo = async () => (await workGroups(agency, officer, 'workAtPolice'))[0]?.open;
const register = async () => {
  const [row] = await agency.rows<{ version: number }>(
    "select version from register where code = 'MISSING_PERSONS'",
  );
  return row?.version ?? 0;
};
const toldOf = (version: number) =>
  agency.rows<object>(
    "select student_id as id, kind from change where register = 'MISSING_PERSONS' and register_version = ?",
    version,
  );

test('an open request is determined: off the list of work, told to whoever follows, and shown with the child', async () => {
  const child = await newChild(agency);
  await addDetermination(agency, child, FOUND.requestedOn);
  const before = await register();
  expect(await toDo()).toBe(1);
  expect(await determine(agency, { studentId: child, ...FOUND, requestedBy: 'TOWNSHIP' })).toEqual([]);
  expect(await stored(child)).toEqual([
    {
      name: '张三',
      place: '520625001001',
      ...FOUND,
      requestedBy: 'TOWNSHIP',
      recordedBy: 'test:police-officer',
    },
  ]);
  expect(await toDo()).toBe(0);
  expect(await register()).toBe(before + 1);
  expect(await toldOf(before + 1)).toEqual([{ id: child, kind: 'CHANGED' }]);
  const { data, errors } = await agency.askForStudents<{ household: { missingPerson: object } }>(
    officer,
    [child],
    'household { missingPerson { current { requestedOn determinedOn result } } }',
  );
  expect(errors).toEqual([]);
  expect(data._entities[0]?.household.missingPerson).toEqual({ current: FOUND });
});

test('who asked stays as the request has it', async () => {
  const child = await newChild(agency);
  await addDetermination(agency, child, FOUND.requestedOn);
  await agency.rows(
    "update missing_person_determination set requested_by = 'FAMILY' where student_id = ?",
    child,
  );
  expect(await determine(agency, { studentId: child, ...FOUND, requestedBy: 'SCHOOL' })).toEqual([]);
  expect(await stored(child)).toMatchObject([{ requestedBy: 'FAMILY' }]);
});

test('a request that the register does not have comes with its determination, named as police know the child', async () => {
  const [child] = registered;
  const before = await register();
  const input = { studentId: child?.studentId, ...FOUND, requestedBy: 'EDUCATION' };
  expect(await determine(agency, { ...input, childName: '另一个名字' })).toEqual([]);
  expect(await stored(child?.studentId ?? '')).toMatchObject([
    { name: child?.name, requestedBy: 'EDUCATION', result: 'MISSING' },
  ]);
  expect(await toldOf(before + 1)).toEqual([{ id: child?.studentId, kind: 'ADDED' }]);
});

test('a later finding is a determination of its own, and the one before stays', async () => {
  const studentId = registered[1]?.studentId ?? '';
  const later = { requestedOn: '2026-11-18', determinedOn: '2026-11-20', result: 'CONTACT_FOUND' };
  expect(await determine(agency, { studentId, ...FOUND })).toEqual([]);
  expect(await determine(agency, { studentId, ...later })).toEqual([]);
  expect(await stored(studentId)).toMatchObject([FOUND, later]);
});

const recordedScopes = (id: string) =>
  agency.rows("select code from student_scope where student_id = ? and origin = 'RECORDED'", id);

test('an incomer is named as its move has it, a child of no register as the request has it', async () => {
  const [incomer, unknown] = [await newChild(agency), await newChild(agency)];
  await addMove(agency, incomer, VILLAGE);
  expect(await determine(agency, { studentId: incomer, ...FOUND })).toEqual([]);
  expect(await stored(incomer)).toMatchObject([{ name: '赵六' }]);
  const nobody = { studentId: unknown, ...FOUND, result: 'NO_SUCH_PERSON' };
  expect(await determine(agency, nobody)).toEqual(['NAME_NEEDED childName']);
  expect(await determine(agency, { ...nobody, childName: '990625201505060011' })).toEqual([
    'NAME_INVALID childName',
  ]);
  // What was refused has opened the child to nobody.
  expect(await recordedScopes(unknown)).toEqual([]);
  expect(await determine(agency, { ...nobody, childName: ' 测试儿童 ' })).toEqual([]);
  expect(await stored(unknown)).toMatchObject([
    { name: '测试儿童', place: VILLAGE, result: 'NO_SUCH_PERSON' },
  ]);
});

test('whoever lost the place by which it was known stays within reach by the determination', async () => {
  const child = await newChild(agency);
  expect(await determine(agency, { studentId: child, ...FOUND, childName: '测试儿童' })).toEqual([]);
  await agency.rows("delete from student_scope where student_id = ? and origin = 'TEST'", child);
  const later = { ...FOUND, requestedOn: '2026-11-18', determinedOn: '2026-11-18' };
  expect(await determine(agency, { studentId: child, ...later })).toEqual([]);
});

describe('what is refused', () => {
  let child: string;
  beforeAll(async () => {
    child = await newChild(agency);
    await addDetermination(agency, child, '2026-11-02');
    await addDetermination(agency, child, '2026-09-01', {
      determinedOn: '2026-09-20',
      result: 'CONTACT_FOUND',
    });
  });

  test.each([
    ['CHILD_NOT_FOUND studentId', { studentId: 'a'.repeat(26) }],
    ['DATE_IN_FUTURE requestedOn', { requestedOn: '2026-11-21', determinedOn: '2026-11-21' }],
    ['DATE_IN_FUTURE determinedOn', { determinedOn: '2026-11-21' }],
    ['DATE_OUT_OF_ORDER determinedOn', { determinedOn: '2026-11-01' }],
    ['OTHER_REQUEST_OPEN requestedOn', { requestedOn: '2026-11-03' }],
    ['OTHER_REQUEST_OPEN requestedOn', { requestedOn: '2026-09-01' }],
  ])('%s', async (why, changes) => {
    const before = [await stored(child), await register()];
    expect(await determine(agency, { studentId: child, ...FOUND, ...changes })).toEqual([why]);
    expect([await stored(child), await register()]).toEqual(before);
  });

  test('a child without a place, and one of another area', async () => {
    const nowhere = await newChild(agency, {});
    expect(await determine(agency, { studentId: nowhere, ...FOUND })).toEqual(['CHILD_NOT_FOUND studentId']);
    expect(await determine(agency, { studentId: child, ...FOUND }, elsewhere(officer))).toEqual([
      'CHILD_NOT_FOUND studentId',
    ]);
  });

  test.each<[who: string, caller: TestCaller]>([
    ['police without the right', withoutScope(officer, POLICE_SCOPES.determineMissingPersons)],
    ['another agency with the right', { ...officer, agency: 'education' }],
    ['the office, which may read them', callerAs('coordination-officer')],
  ])('%s', async (_who, caller) => {
    const { errors } = await agency.ask(caller, DETERMINE, {
      input: { idempotencyKey: randomUUID(), studentId: child, ...FOUND },
    });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  test('of two officers at once one determines, and the same key twice has one effect', async () => {
    const asked = ['MISSING', 'CONTACT_FOUND'].map((result) =>
      determine(agency, { studentId: child, ...FOUND, result }),
    );
    expect((await Promise.all(asked)).flat()).toEqual(['ALREADY_DETERMINED requestedOn']);
    const [before, version] = [await stored(child), await register()];
    const keyed = {
      idempotencyKey: randomUUID(),
      studentId: child,
      ...FOUND,
      requestedOn: '2026-11-15',
      determinedOn: '2026-11-16',
    };
    expect(await determine(agency, keyed)).toEqual([]);
    expect(await determine(agency, keyed)).toEqual([]);
    expect(await stored(child)).toHaveLength(before.length + 1);
    expect(await register()).toBe(version + 1);
  });
});

import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { EDUCATION_SCOPES } from '../../../../subgraphs/education/scopes.js';
import { fieldsOf } from '../../../schema/sdl.js';
import { callerAs, withoutScope } from '../../../support/callers.js';
import { bureauOfficer } from '../education-callers.js';
import { kindsOf, personaAt, startWork, WORK, type WorkTest } from './work-harness.js';

let started: WorkTest;
beforeAll(async () => {
  started = await startWork();
});
afterAll(() => started.agency.close());

const DUTIES = ['CALL_INSPECTOR', 'CONTACT_GUARDIAN', 'MARK_STATUS', 'REPORT_DROPOUT'];

test.each<[string, readonly string[]]>([
  ['class-teacher', ['CALL_ROLL', 'CONTACT_GUARDIAN']],
  ['school-clerk', [...DUTIES, 'CALL_ROLL', 'COMPLETE_TRANSFER', 'VISIT_HOUSEHOLDS', 'TEACH_AT_HOME']],
  ['village-cadre', ['VISIT_HOUSEHOLDS']],
  ['township-officer', ['RECEIVE_REPORT', 'VISIT_HOUSEHOLDS']],
  ['bureau-officer', ['CALL_ROLL', 'COMPLETE_TRANSFER', 'RECEIVE_REPORT', 'VISIT_HOUSEHOLDS']],
  ['police-officer', []],
])('%s has the kinds that its rights let it do', async (slug, kinds) => {
  expect(kindsOf(await started.work(callerAs(slug)))).toEqual(kinds.toSorted());
});

test.each([
  [EDUCATION_SCOPES.recordGuardianContacts, ['CONTACT_GUARDIAN']],
  [EDUCATION_SCOPES.recordDropoutReporting, ['CALL_INSPECTOR', 'MARK_STATUS', 'REPORT_DROPOUT']],
  [EDUCATION_SCOPES.recordRollCalls, ['CALL_ROLL']],
  [EDUCATION_SCOPES.listStatusFollowUps, ['COMPLETE_TRANSFER']],
  [EDUCATION_SCOPES.recordScreening, ['VISIT_HOUSEHOLDS']],
  [EDUCATION_SCOPES.receiveReports, ['RECEIVE_REPORT']],
])('without %s there is no such group', async (scope, gone) => {
  const all = kindsOf(await started.work(bureauOfficer));
  expect(all).toEqual(expect.arrayContaining(gone));
  expect(kindsOf(await started.work(withoutScope(bureauOfficer, scope)))).toEqual(
    all.filter((kind) => !gone.includes(kind)),
  );
});

test('every list that a group names is a root field', async () => {
  const { definitions } = parse(readFileSync('schema/subgraphs/education.graphql', 'utf8'));
  const fields = fieldsOf(definitions, 'Query').map(({ name }) => name.value);
  const lists = [...(await started.work(bureauOfficer)).values()].map(({ list }) => list);
  expect(lists.filter((list) => !fields.includes(list))).toEqual([]);
});

test.each([0, 51, -1])('%i items are refused', async (items) => {
  const { errors } = await started.agency.ask(started.clerk, WORK, { items });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
});

test.each<[string, readonly string[]]>([
  ['ATTENDANCE', DUTIES],
  ['DROPOUT_REPORTING', [...DUTIES, 'RECEIVE_REPORT']],
  ['STUDENT_STATUS', [...DUTIES, 'COMPLETE_TRANSFER', 'TEACH_AT_HOME']],
  ['SPECIAL_EDUCATION', ['TEACH_AT_HOME']],
  ['ROLL_CALL', ['CALL_ROLL']],
  ['SCHOOLS', ['CALL_ROLL']],
  ['FIELD_SCREENING', ['VISIT_HOUSEHOLDS']],
])('what follows from %s is unknown while it is not loaded, and nothing else', async (register, kinds) => {
  const { agency, pupil, work } = started;
  const everything = {
    ...personaAt('school-clerk', 'SCHOOL', pupil.schoolCode),
    scopes: bureauOfficer.scopes,
  };
  const rename = (from: string, to: string) =>
    agency.rows('update register set code = ? where code = ?', to, from);
  await rename(register, 'NOT_LOADED');
  const groups = await work(everything);
  await rename('NOT_LOADED', register);
  const unknown = [...groups.values()].filter((group) => group.unknown !== null);
  expect(unknown.map(({ kind }) => kind).toSorted()).toEqual(kinds.toSorted());
  for (const group of unknown)
    expect(group).toMatchObject({ unknown: 'NOT_LOADED', open: null, overdue: null, items: null });
});

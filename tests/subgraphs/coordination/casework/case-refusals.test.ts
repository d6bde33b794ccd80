import { office } from '../coordination-callers.js';
import { inDays, TODAY } from '../decisions/difference-rows.js';
import type { ListedChild } from '../register-rows.js';
import { of, startCases, VISIT, type Case, type Cases } from './case-harness.js';

let cases: Cases;
let made: Case;
let child: ListedChild;
beforeAll(async () => {
  cases = await startCases();
  child = cases.nextChild();
  made = await cases.opened(child);
});
afterAll(() => cases?.close());

test.each<[string, string, object, string]>([
  [
    'a visit of tomorrow',
    'recordPersuasionVisit',
    { ...VISIT, visitedOn: inDays(1) },
    'DATE_INVALID visitedOn',
  ],
  [
    'a visit before the case',
    'recordPersuasionVisit',
    { ...VISIT, visitedOn: inDays(-9) },
    'DATE_INVALID visitedOn',
  ],
  [
    'a visit of nobody',
    'recordPersuasionVisit',
    { ...VISIT, participants: [] },
    'NOBODY_TOOK_PART participants',
  ],
  ['nobody met who refused', 'recordPersuasionVisit', { ...VISIT, met: ['NOBODY'] }, 'MET_INVALID met'],
  ['a father met and not met', 'recordPersuasionVisit', { ...VISIT, result: 'NOT_MET' }, 'MET_INVALID met'],
  [
    'a promise of who refused',
    'recordPersuasionVisit',
    { ...VISIT, committedTo: inDays(3) },
    'COMMITMENT_NOT_MADE committedTo',
  ],
  [
    'a next visit before this one',
    'recordPersuasionVisit',
    { ...VISIT, nextVisitOn: inDays(-1) },
    'NEXT_DATE_INVALID nextVisitOn',
  ],
  ['a cause of tomorrow', 'setCaseCause', { reason: 'ILLNESS', foundOn: inDays(1) }, 'DATE_INVALID foundOn'],
  ['a team of nobody', 'setTaskTeam', { posts: [] }, 'NOBODY_TOOK_PART posts'],
  [
    'a placement in no school',
    'recordReturnPlacement',
    { placedOn: TODAY, mode: 'OWN_CLASS' },
    'PLACE_INVALID schoolCode',
  ],
  [
    'a school of the county for who is placed elsewhere',
    'recordReturnPlacement',
    { placedOn: TODAY, mode: 'OUT_OF_COUNTY', schoolCode: '2152000001' },
    'PLACE_INVALID schoolCode',
  ],
  [
    'a placement in a school that the county does not have',
    'recordReturnPlacement',
    { placedOn: TODAY, mode: 'OWN_CLASS', schoolCode: '99062520150505002X' },
    'SCHOOL_NOT_FOUND schoolCode',
  ],
  [
    'a class without its school',
    'recordReturnPlacement',
    { placedOn: TODAY, mode: 'OUT_OF_COUNTY', classCode: '21520000010101' },
    'PLACE_INVALID classCode',
  ],
])('%s is refused, and nothing is written', async (_what, name, input, expected) => {
  const { case: after, errors } = await cases.command(office, name, { ...of(made), ...input });
  expect(after).toBeNull();
  expect(errors.map(({ code, field }) => `${code} ${field}`)).toEqual([expected]);
  const [still] = await cases.agency.rows<Case>(
    'select version from dropout_case where case_number = ?',
    made.caseNumber,
  );
  expect(still?.version).toBe(made.version);
});

const placed = async (change: object) =>
  (
    await cases.command(office, 'recordReturnPlacement', {
      ...of(made),
      placedOn: TODAY,
      mode: 'OWN_CLASS',
      schoolCode: child.schoolCode,
      ...change,
    })
  ).errors;

test.each([['初一2班'], ['2'], ['99062520150505002X'], ['99062520150505']])(
  'a class called %s is no class of the school',
  async (classCode) => {
    expect(await placed({ classCode })).toEqual([{ code: 'CLASS_INVALID', field: 'classCode' }]);
  },
);

test('while no school is known, no place in the county is recorded; a class of the school is', async () => {
  const sites = await cases.agency.rows<object>(
    'select code, name, division_code as "divisionCode" from school_site',
  );
  await cases.agency.rows('delete from school_site');
  expect(await placed({})).toEqual([{ code: 'SCHOOLS_UNKNOWN', field: 'schoolCode' }]);
  await cases.agency.rows(
    `insert into school_site (code, name, division_code)
     select site ->> 'code', site ->> 'name', site ->> 'divisionCode' from jsonb_array_elements(?::jsonb) site`,
    JSON.stringify(sites),
  );
  expect(await placed({ classCode: child.classCode })).toEqual([]);
});

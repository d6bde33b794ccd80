import { office } from '../coordination-callers.js';
import { inDays, TODAY } from '../decisions/difference-rows.js';
import { of, startCases, VISIT, type Case, type Cases } from './case-harness.js';

let cases: Cases;
let made: Case;
beforeAll(async () => {
  cases = await startCases();
  made = await cases.opened(cases.nextChild());
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

import { agencyNames } from '../../subgraphs/index.js';
import { BROKEN_LINES } from '../support/agency-line.js';
import { callerAs, testCounty } from '../support/callers.js';
import { startTestHub, type TestHub } from '../support/hub.js';
import { askPastStalls } from './stalled-machine.js';
import { agencyOf, fieldsOf, hasPages, isObject, namedType, requiredArguments } from './supergraph.js';

/** Values for the arguments that some root fields ask for. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  student: `(id: "${testCounty.sampleStudentId}")`,
  school: `(code: "${testCounty.places?.school}")`,
  household: `(id: "${testCounty.sampleHouseholdId}")`,
  division: `(code: "${testCounty.countyCode}")`,
  divisions: `(parent: "${testCounty.countyCode}", first: 2)`,
  indicators: `(division: "${testCounty.countyCode}")`,
  schoolIndicators: `(school: "${testCounty.places?.school}")`,
  indicatorHistory: `(division: "${testCounty.countyCode}")`,
  schoolIndicatorHistory: `(school: "${testCounty.places?.school}")`,
  ledger: `(scope: COUNTY, code: "${testCounty.countyCode}")`,
  householdEducationRegister: `(scope: COUNTY, code: "${testCounty.countyCode}")`,
  attendanceSheet: `(schoolClass: "${testCounty.places?.schoolClass}", date: "2026-11-20")`,
  focusGroupCounts: `(division: "${testCounty.countyCode}")`,
  mechanismChecks: `(division: "${testCounty.countyCode}")`,
  caseFigures: `(scope: COUNTY, code: "${testCounty.countyCode}")`,
  aidMatchCounts: `(division: "${testCounty.countyCode}")`,
};
/** Ask for a number that only a person's card or a document shows; the access table asks them. */
const ASKED_ELSEWHERE = ['findStudent', 'enforcementOrder', 'screeningAssignment'];
/** The agencies' logs open for the purpose AUDIT alone; `tests/subgraphs/_kit/audit` asks them. */
const FOR_AUDITORS = /^accessLogAt/;

const roots = fieldsOf('Query')
  .filter(({ name }) => !ASKED_ELSEWHERE.includes(name.value) && !FOR_AUDITORS.test(name.value))
  .map((field) => {
    const name = field.name.value;
    const rows = fieldsOf(namedType(field.type)).find((each) => each.name.value === 'nodes');
    const given = ARGUMENTS[name] ?? (hasPages(field) ? '(first: 2)' : '');
    const plain = fieldsOf(namedType(rows?.type ?? field.type)).find(
      ({ type, directives }) =>
        !isObject(namedType(type)) && !directives?.some((each) => each.name.value === 'requiresScopes'),
    );
    const leaf = plain?.name.value ?? '__typename';
    return {
      name,
      agency: agencyOf(field) ?? '',
      lacks: given === '' ? requiredArguments(field) : [],
      text: `${name}${given} { ${rows ? `nodes { ${leaf} } totalCount` : leaf} }`,
    };
  });
const QUERY = `{ ${roots.map(({ text }) => text).join(' ')} }`;
const officer = callerAs('coordination-officer');
type Answer = Record<string, unknown>;

let hub: TestHub;
let healthy: Answer;
beforeAll(async () => {
  // One query asks every list there is, beside whatever else the machine does.
  hub = await startTestHub({ subgraphTimeoutMs: 12_000, breaker: { failures: Number.MAX_SAFE_INTEGER } });
  const { data, errors } = await hub.ask<Answer>(officer, QUERY);
  expect(errors).toEqual([]);
  healthy = data;
}, 60_000);
afterAll(() => hub.close());

test('every root field is asked, every agency has one, and each answers something', () => {
  expect(roots.filter(({ lacks }) => lacks.length > 0)).toEqual([]);
  expect(new Set(roots.map(({ agency }) => agency))).toEqual(new Set(agencyNames));
  expect(roots.filter(({ name }) => healthy[name] === null).map(({ name }) => name)).toEqual([]);
});

describe.each(agencyNames)('T17 with %s down', (down) => {
  test.each(BROKEN_LINES)(
    '(%s) its root fields are null with one error each, never an empty list or a zero; the others answer as before',
    async (state) => {
      hub.line(down).state = state;
      try {
        const { status, data, errors } = await askPastStalls(down, () => hub.ask<Answer>(officer, QUERY));
        const own = roots.filter(({ agency }) => agency === down).map(({ name }) => name);
        expect({ status, data }).toEqual({
          status: 200,
          data: { ...healthy, ...Object.fromEntries(own.map((name) => [name, null])) },
        });
        const told = errors.map(({ path, extensions }) => [path, extensions.code, extensions.agency]);
        expect(told.toSorted()).toEqual(own.map((name) => [[name], 'AGENCY_UNAVAILABLE', down]).toSorted());
      } finally {
        hub.line(down).state = 'CONNECTED';
      }
    },
  );
});

import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs } from '../../support/callers.js';
import { newChild, VILLAGE } from '../../support/children.js';
import { enterHousehold, enterMeasure, enterMember, enterRelocation, enterSite } from './poverty-rows.js';

interface Poverty {
  povertyHousehold: { register: { state: string }; current: object | null; history: object[] };
  responsibleOfficer: { register: { state: string }; current: object | null };
  measures: { register: { state: string }; current: object[]; history: object[] };
  relocation: { register: { state: string }; current: object | null };
}

const RECORD = `poverty {
  povertyHousehold { register { state } current { code kind monitoredState } history { standing from until } }
  responsibleOfficer { register { state } current { name post agencyName } }
  measures { register { state } current { kind amountYuan } history { kind endedOn } }
  relocation { register { state } current { movedOn site { code name } fromDivision { code } } }
}`;

const officer = callerAs('poverty-officer');
const here = { registered: VILLAGE, residence: VILLAGE };
let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('poverty');
});
afterAll(() => agency.close());

async function povertyOf(id: string, selection = RECORD): Promise<Poverty> {
  const { data, errors } = await agency.askForStudents<{ poverty: Poverty }>(officer, [id], selection);
  expect(errors).toEqual([]);
  const [child] = data._entities;
  if (!child) throw new Error('The child was not answered.');
  return child.poverty;
}

const statesOf = ({ povertyHousehold, responsibleOfficer, measures, relocation }: Poverty) =>
  [povertyHousehold, responsibleOfficer, measures, relocation].map(({ register }) => register.state);

test('a child registered here of whom the office holds nothing has no record, in every register', async () => {
  const poverty = await povertyOf(await newChild(agency, here));
  expect(statesOf(poverty)).toEqual(Array(4).fill('NO_RECORD'));
  expect(poverty).toMatchObject({
    povertyHousehold: { current: null, history: [] },
    responsibleOfficer: { current: null },
    measures: { current: [], history: [] },
    relocation: { current: null },
  });
});

test("an incomer's household is registered at home, so nothing may be concluded here", async () => {
  const poverty = await povertyOf(await newChild(agency, { registered: '441900001001', residence: VILLAGE }));
  expect(statesOf(poverty)).toEqual(Array(4).fill('OUT_OF_COVERAGE'));
});

test('a household is told with its history and its officer', async () => {
  const id = await newChild(agency, here);
  await enterHousehold(agency, 'PK-1', {
    monitoredState: 'UNSTABLE_EX_POVERTY',
    monitoredSince: '2024-03-01',
  });
  await enterMember(agency, id, 'PK-1');
  const { povertyHousehold, responsibleOfficer } = await povertyOf(id);
  expect(povertyHousehold).toEqual({
    register: { state: 'FOUND' },
    current: { code: 'PK-1', kind: 'GENERAL_POOR', monitoredState: 'UNSTABLE_EX_POVERTY' },
    history: [
      { standing: 'MONITORED', from: '2024-03-01', until: null },
      { standing: 'LIFTED', from: '2018-12-20', until: null },
      { standing: 'REGISTERED_POOR', from: '2014-12-01', until: '2018-12-20' },
    ],
  });
  expect(responsibleOfficer).toEqual({
    register: { state: 'FOUND' },
    current: { name: '测试干部', post: '包户干部', agencyName: '农业农村局' },
  });
});

test('of two households the one recognised last is current', async () => {
  const id = await newChild(agency, here);
  await enterHousehold(agency, 'PK-2', { recognisedOn: '2025-01-01', liftedOn: null });
  await enterHousehold(agency, 'PK-3', { recognisedOn: '2014-12-01' });
  await enterMember(agency, id, 'PK-3');
  await enterMember(agency, id, 'PK-2');
  const { povertyHousehold } = await povertyOf(id);
  expect(povertyHousehold.current).toMatchObject({ code: 'PK-2' });
  expect(povertyHousehold.history).toHaveLength(3);
});

test('a child known through a measure alone has no household', async () => {
  const id = await newChild(agency, here);
  await enterMember(agency, id, null);
  await enterMeasure(agency, id);
  expect(statesOf(await povertyOf(id))).toEqual(['NO_RECORD', 'NO_RECORD', 'FOUND', 'NO_RECORD']);
});

test('measures that run stand apart from those that ended; the last day still runs', async () => {
  const id = await newChild(agency, here);
  await enterMeasure(agency, id, { startedOn: '2026-01-01', endedOn: '2026-11-19' });
  await enterMeasure(agency, id, { startedOn: '2026-02-01', endedOn: '2026-11-20', kind: 'MEDICAL_AID' });
  await enterMeasure(agency, id, { startedOn: '2026-03-01', kind: 'HOUSING', amountYuan: null });
  const { measures } = await povertyOf(id);
  expect(measures.current).toEqual([
    { kind: 'HOUSING', amountYuan: null },
    { kind: 'MEDICAL_AID', amountYuan: 500 },
  ]);
  expect(measures.history).toEqual([{ kind: 'EDUCATION_AID', endedOn: '2026-11-19' }]);
});

test('a relocation names its site; one on no list is null beside the relocation', async () => {
  const [id, lost] = [await newChild(agency, here), await newChild(agency, here)];
  await enterSite(agency, 'AZ-1');
  await enterRelocation(agency, id, 'AZ-1');
  await enterRelocation(agency, lost, 'AZ-NOWHERE');
  expect((await povertyOf(id)).relocation).toEqual({
    register: { state: 'FOUND' },
    current: {
      movedOn: '2018-09-01',
      site: { code: 'AZ-1', name: '测试小区' },
      fromDivision: { code: VILLAGE },
    },
  });
  expect((await povertyOf(lost)).relocation.current).toMatchObject({ site: null });
});

test('brothers and sisters show, the eldest first, but not one who is out of reach', async () => {
  const [younger, elder] = [await newChild(agency, here), await newChild(agency, here)];
  const faraway = await newChild(agency, { registered: '441900001001', residence: '441900001001' });
  await enterHousehold(agency, 'PK-4');
  await enterMember(agency, younger, 'PK-4', '2016-01-01');
  await enterMember(agency, elder, 'PK-4', '2012-01-01');
  await enterMember(agency, faraway, 'PK-4', '2010-01-01');
  const { povertyHousehold } = await povertyOf(
    younger,
    'poverty { povertyHousehold { current { personCount children { birthDate student { id } } } } }',
  );
  expect(povertyHousehold.current).toEqual({
    personCount: 4,
    children: [
      { birthDate: '2012-01-01', student: { id: elder } },
      { birthDate: '2016-01-01', student: { id: younger } },
    ],
  });
});

import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs } from '../../support/callers.js';
import { newChild, VILLAGE } from '../../support/children.js';
import { enterCase, enterEmployer, enterWorkAway } from './labour-rows.js';

interface Register {
  register: { state: string; freshness: string; asOf: string | null; source: string };
}
interface Labour {
  labour: {
    childLabourCases: Register & {
      current: { caseNumber: string } | null;
      records: { caseNumber: string; isOpen: boolean; handedTo: string | null; fine: object }[];
    };
    guardiansWorkAway: Register & { records: object[] };
  };
}

const STATE = 'register { state freshness asOf source }';
const RECORD = `labour {
  childLabourCases { ${STATE} current { caseNumber } records { caseNumber isOpen handedTo fine { totalYuan } } }
  guardiansWorkAway { ${STATE} records { guardian destinationName destinationCountyCode industry startedOn endsOn } }
}`;

const inspector = callerAs('labour-inspector');
let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('labour');
  await enterEmployer(agency, 'YG-TEST-1');
  await enterEmployer(agency, 'YG-TEST-2', { kind: 'UNLICENSED' });
});
afterAll(() => agency.close());

async function labourOf(id: string, selection = RECORD): Promise<Labour['labour']> {
  const { data, errors } = await agency.askForStudents<Labour>(inspector, [id], selection);
  expect(errors).toEqual([]);
  const [child] = data._entities;
  if (!child) throw new Error('The child was not answered.');
  return child.labour;
}

test('a child without a case, living here, has no record; its date and source are named', async () => {
  const { childLabourCases } = await labourOf(await newChild(agency));
  expect(childLabourCases).toEqual({
    register: {
      state: 'NO_RECORD',
      freshness: 'CURRENT',
      asOf: '2026-11-19T16:00:00.000Z',
      source: 'Labour inspection records (劳动保障监察系统)',
    },
    current: null,
    records: [],
  });
});

test('a child registered here that lives elsewhere is out of coverage of the cases, not of the work away', async () => {
  const { childLabourCases, guardiansWorkAway } = await labourOf(
    await newChild(agency, { registered: VILLAGE, residence: '441900001001' }),
  );
  expect(childLabourCases.register.state).toBe('OUT_OF_COVERAGE');
  expect(guardiansWorkAway.register.state).toBe('NO_RECORD');
});

test('the latest open case is current, and every case is listed, the latest found first', async () => {
  const id = await newChild(agency);
  const closed = await enterCase(agency, id, { returnedOn: '2026-11-09', schoolContactedOn: '2026-11-09' });
  const open = await enterCase(agency, id, { foundOn: '2026-10-02', returnDueOn: '2026-10-20' });
  const { childLabourCases } = await labourOf(id);
  expect(childLabourCases.register.state).toBe('FOUND');
  expect(childLabourCases.current).toEqual({ caseNumber: open });
  expect(
    childLabourCases.records.map(({ caseNumber, isOpen, handedTo }) => [caseNumber, isOpen, handedTo]),
  ).toEqual([
    [closed, false, 'PARENTS'],
    [open, true, null],
  ]);
});

test('a case stays open until the school is contacted as well', async () => {
  const id = await newChild(agency);
  await enterCase(agency, id, { returnedOn: '2026-11-09' });
  const { childLabourCases } = await labourOf(id);
  expect(childLabourCases.records[0]?.isOpen).toBe(true);
});

test('the fine is computed with the rates of the policy in force, and names them', async () => {
  const id = await newChild(agency);
  await enterCase(agency, id);
  const { childLabourCases } = await labourOf(
    id,
    `labour { childLabourCases { records { fine {
      monthsOfUse yuanForUse monthsAfterOrder yuanAfterOrder totalYuan legalBasis } } } }`,
  );
  // 10 September to 2 November, then from the order of 3 November to today, 20 November.
  expect(childLabourCases.records[0]?.fine).toEqual({
    monthsOfUse: 2,
    yuanForUse: 10_000,
    monthsAfterOrder: 1,
    yuanAfterOrder: 10_000,
    totalYuan: 20_000,
    legalBasis: expect.arrayContaining(['国务院令第364号 第六条']),
  });
});

test('an employer without a licence pays double, by a clause of its own', async () => {
  const id = await newChild(agency);
  await enterCase(agency, id, { employer: 'YG-TEST-2' });
  const { childLabourCases } = await labourOf(
    id,
    'labour { childLabourCases { records { fine { totalYuan yuanOfIntroducer mostYuanForRecords legalBasis } } } }',
  );
  expect(childLabourCases.records[0]?.fine).toEqual({
    totalYuan: 40_000,
    yuanOfIntroducer: 5000,
    mostYuanForRecords: 10_000,
    legalBasis: expect.arrayContaining(['国务院令第364号 第九条']),
  });
});

test('guardians who work away are listed, the latest absence first', async () => {
  const id = await newChild(agency, { registered: VILLAGE });
  await enterWorkAway(agency, id, 'MOTHER', '2025-03-01');
  await enterWorkAway(agency, id, 'FATHER', '2026-03-01');
  const { guardiansWorkAway } = await labourOf(id);
  expect(guardiansWorkAway.register.state).toBe('FOUND');
  expect(guardiansWorkAway.records).toEqual([
    {
      guardian: 'FATHER',
      destinationName: '广东省东莞市',
      destinationCountyCode: '441900',
      industry: 'MANUFACTURING',
      startedOn: '2026-03-01',
      endsOn: null,
    },
    expect.objectContaining({ guardian: 'MOTHER' }),
  ]);
});

describe('when the registers are not what they should be', () => {
  let bare: TestAgency;
  beforeAll(async () => {
    bare = await startTestAgency('labour');
    await bare.rows("delete from register where code = 'CHILD_LABOUR_CASES'");
    await bare.rows("update register set as_of = '2026-01-01T00:00:00Z' where code = 'GUARDIAN_WORK'");
  });
  afterAll(() => bare.close());

  test('a register that was never loaded says so, and an old one says that it is stale', async () => {
    const id = await newChild(bare, { registered: VILLAGE, residence: VILLAGE });
    const { data, errors } = await bare.askForStudents<Labour>(inspector, [id], RECORD);
    expect(errors).toEqual([]);
    expect(data._entities[0]?.labour.childLabourCases.register).toMatchObject({
      state: 'NOT_LOADED',
      asOf: null,
    });
    expect(data._entities[0]?.labour.guardiansWorkAway.register).toMatchObject({
      state: 'NO_RECORD',
      freshness: 'STALE',
    });
  });
});

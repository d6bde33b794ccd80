import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { elsewhere, withoutScope, type TestCaller } from '../../../support/callers.js';
import { clerk, inspector, office, SCHOOL } from './duty-rows.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('coordination');
  for (const table of ['meeting', 'inspection', 'follow_up', 'accountability_record'])
    await agency.rows(`delete from ${table}`);
});
afterAll(() => agency.close());

let keys = 0;
const newKey = () => `supervision-${(keys += 1)}`;
interface Payload {
  readonly errors: readonly { readonly code: string; readonly field: string | null }[];
  readonly meeting?: { readonly id: string } | null;
  readonly inspection?: { readonly id: string } | null;
  readonly followUp?: { readonly state: string; readonly daysLate: number } | null;
  readonly accountability?: object | null;
}
async function command(
  caller: TestCaller,
  name: string,
  type: string,
  shown: string,
  input: object,
): Promise<Payload> {
  const { data, errors } = await agency.ask<Record<string, Payload>>(
    caller,
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${shown} errors { code field } } }`,
    { input: { idempotencyKey: newKey(), ...input } },
  );
  expect(errors).toEqual([]);
  return data[name] as Payload;
}
const codesOf = ({ errors }: Payload) => errors.map(({ code, field }) => `${code} ${field}`);

const DECISIONS = [
  { text: '核实未入学儿童去向', body: 'TOWNSHIP', dueOn: '2026-11-10' },
  { text: '交换残疾儿童名册', body: 'DISABLED_FEDERATION', dueOn: '2026-12-10' },
];
const meet = (change: object = {}, caller = office) =>
  command(caller, 'recordMeeting', 'RecordMeetingInput', 'meeting { id kind heldOn }', {
    kind: 'DISPATCH',
    heldOn: '2026-11-02',
    division: '520625',
    bodies: ['COUNTY_EDUCATION', 'POLICE'],
    minutesNumber: '会议纪要〔2026〕4号',
    decisions: DECISIONS,
    ...change,
  });
const inspect = (change: object = {}, caller = inspector) =>
  command(caller, 'recordInspection', 'RecordInspectionInput', 'inspection { id placeName }', {
    kind: 'ROUTINE',
    mode: 'COVERT',
    inspectedOn: '2026-11-02',
    placeKind: 'SCHOOL',
    placeCode: SCHOOL,
    checkedData: true,
    findings: [{ text: '台账未按月更新', body: 'SCHOOL', dueOn: '2026-11-12' }],
    ...change,
  });
interface FollowUp {
  readonly id: string;
  readonly text: string;
  readonly state: string;
  readonly daysLate: number;
}
const followUps = async (caller: TestCaller, filter = '{}') => {
  const { data, errors } = await agency.ask<{ followUps: { nodes: FollowUp[]; totalCount: number } }>(
    caller,
    `{ followUps(filter: ${filter}) { totalCount nodes { id text state daysLate } } }`,
  );
  expect(errors).toEqual([]);
  expect(data.followUps.totalCount).toBe(data.followUps.nodes.length);
  return data.followUps.nodes;
};

describe('a meeting', () => {
  test('is kept with its decisions, whose state follows from their days', async () => {
    expect(codesOf(await meet())).toEqual([]);
    const { data, errors } = await agency.ask<{ meetings: { nodes: { decisions: FollowUp[] }[] } }>(
      office,
      '{ meetings { nodes { kind heldOn bodies decisions { text body state daysLate } } } }',
    );
    expect(errors).toEqual([]);
    expect(data.meetings.nodes).toEqual([
      {
        kind: 'DISPATCH',
        heldOn: '2026-11-02',
        bodies: ['COUNTY_EDUCATION', 'POLICE'],
        decisions: [
          { text: '核实未入学儿童去向', body: 'TOWNSHIP', state: 'OVERDUE', daysLate: 10 },
          { text: '交换残疾儿童名册', body: 'DISABLED_FEDERATION', state: 'OPEN', daysLate: 0 },
        ],
      },
    ]);
  });

  test('has its decisions followed up by the office, once each', async () => {
    const [overdue] = await followUps(office, '{state: OVERDUE}');
    const complete = (change: object = {}, name = 'recordDecisionDone', caller = office) =>
      command(caller, name, 'CompleteFollowUpInput', 'followUp { state daysLate }', {
        followUpId: overdue?.id,
        doneOn: '2026-11-13',
        documentNumber: '落实〔2026〕1号',
        ...change,
      });
    for (const doneOn of ['2099-01-01', '2026-11-01'])
      expect(codesOf(await complete({ doneOn }))).toEqual(['DATE_INVALID doneOn']);
    expect(codesOf(await complete({ documentNumber: '13800138000' }))).toEqual([
      'NUMBER_INVALID documentNumber',
    ]);
    expect(codesOf(await complete({}, 'recordRectification', inspector))).toEqual(['NOT_FOUND followUpId']);
    expect((await complete()).followUp).toEqual({ state: 'DONE_LATE', daysLate: 3 });
    expect(codesOf(await complete())).toEqual(['ALREADY_DONE followUpId']);
    expect((await followUps(office, '{state: DONE_LATE, origin: MEETING}')).map(({ id }) => id)).toEqual([
      overdue?.id,
    ]);
    expect(await followUps(office, '{state: OVERDUE}')).toEqual([]);
  });

  test('of the county is followed up by the county, though its decision is for a township', async () => {
    const [division] = await agency.rows<{ code: string }>(
      `select left(code, 9) as code from division where code like '520625%' and level = 'TOWNSHIP' order by code limit 1`,
    );
    const town = { ...office, jurisdiction: [{ kind: 'DIVISION' as const, code: division?.code ?? '' }] };
    await meet({
      decisions: [{ text: '上门核实', body: 'TOWNSHIP', dueOn: '2026-11-30', division: division?.code }],
    });
    const [decision] = await followUps(town);
    const done = { followUpId: decision?.id, doneOn: '2026-11-13', documentNumber: '落实〔2026〕2号' };
    const complete = (caller: TestCaller) =>
      command(caller, 'recordDecisionDone', 'CompleteFollowUpInput', 'followUp { state }', done);
    expect(codesOf(await complete(town))).toEqual(['OTHER_OFFICE followUpId']);
    expect((await complete(office)).followUp).toEqual({ state: 'DONE' });
    await agency.rows(
      `with gone as (delete from follow_up where id = ? returning origin_id)
       delete from meeting where id in (select origin_id from gone)`,
      decision?.id,
    );
  });

  test.each([
    ['in the future', { heldOn: '2099-01-01', decisions: [] }, ['DATE_INVALID heldOn']],
    ['of another county', { division: '652301', decisions: [] }, ['PLACE_NOT_FOUND division']],
    ['with nobody present', { bodies: [] }, ['BODIES_MISSING bodies']],
    [
      'with a decision due before it',
      { decisions: [{ ...DECISIONS[0], dueOn: '2026-11-01' }] },
      ['DATE_INVALID decisions'],
    ],
    [
      'with a number of a person',
      { decisions: [{ ...DECISIONS[0], text: '学生 990625201301010011' }] },
      ['TEXT_INVALID decisions'],
    ],
    [
      'for a village elsewhere',
      { decisions: [{ ...DECISIONS[0], division: '652301100' }] },
      ['PLACE_NOT_FOUND decisions'],
    ],
    [
      'with too much on it',
      { decisions: Array.from({ length: 51 }, () => DECISIONS[0]) },
      ['TOO_MANY decisions'],
    ],
    ['without a number', { minutesNumber: '?' }, ['NUMBER_INVALID minutesNumber']],
  ])('%s is not recorded', async (_what, change, codes) => {
    const refused = await meet(change);
    expect(refused.meeting).toBeNull();
    expect(codesOf(refused)).toEqual(codes);
  });
});

describe('an inspection', () => {
  test('is seen by the school with what it found and who was held to account', async () => {
    const { inspection } = await inspect();
    const hold = (change: object = {}) =>
      command(
        inspector,
        'recordAccountability',
        'RecordAccountabilityInput',
        'accountability { kind body post }',
        {
          inspectionId: inspection?.id,
          kind: 'FALSIFICATION',
          body: 'SCHOOL',
          post: 'HEAD',
          decidedOn: '2026-11-16',
          documentNumber: '问责〔2026〕1号',
          ...change,
        },
      );
    expect(codesOf(await hold({ decidedOn: '2026-11-01' }))).toEqual(['DATE_INVALID decidedOn']);
    expect(codesOf(await hold({ inspectionId: 'none' }))).toEqual(['NOT_FOUND inspectionId']);
    expect(codesOf(await hold())).toEqual([]);
    const { data } = await agency.ask<{ inspections: { nodes: object[] } }>(
      clerk && { ...clerk, scopes: inspector.scopes },
      '{ inspections { nodes { mode checkedData placeCode findings { state daysLate } accountability { kind post } } } }',
    );
    expect(data.inspections.nodes).toEqual([
      {
        mode: 'COVERT',
        checkedData: true,
        placeCode: SCHOOL,
        findings: [{ state: 'OVERDUE', daysLate: 8 }],
        accountability: [{ kind: 'FALSIFICATION', post: 'HEAD' }],
      },
    ]);
  });

  test.each([
    ['of a school that is none', { placeCode: '2199999999' }, ['PLACE_NOT_FOUND placeCode']],
    ['in the future', { inspectedOn: '2099-01-01', findings: [] }, ['DATE_INVALID inspectedOn']],
  ])('%s is not recorded', async (_what, change, codes) => {
    expect(codesOf(await inspect(change))).toEqual(codes);
  });
});

test('another area, or none, holds no meeting, inspection or follow-up', async () => {
  const lists = '{ meetings { totalCount } inspections { totalCount } followUps { totalCount } }';
  const none = { meetings: { totalCount: 0 }, inspections: { totalCount: 0 }, followUps: { totalCount: 0 } };
  for (const caller of [elsewhere(office), { ...office, jurisdiction: [] }])
    expect((await agency.ask(caller, lists)).data).toEqual(none);
  expect(
    (await agency.ask<Record<string, { totalCount: number }>>(office, lists)).data['meetings']?.totalCount,
  ).toBe(1);
});

test('each right is asked for', async () => {
  for (const [caller, scope, operation] of [
    [office, 'coordination.supervision.read', '{ meetings { totalCount } }'],
    [office, 'coordination.supervision.read', '{ inspections { totalCount } }'],
    [office, 'coordination.supervision.read', '{ followUps { totalCount } }'],
    [office, 'coordination.supervision.read', '{ termOpenings { term } }'],
  ] as const) {
    const { errors } = await agency.ask(withoutScope(caller, scope), operation);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  }
});

test('where no document asks for an opening meeting nobody is told that one is missing', async () => {
  const { data, errors } = await agency.ask(office, '{ termOpenings { term state } }');
  expect({ data, errors }).toEqual({ data: { termOpenings: [] }, errors: [] });
});

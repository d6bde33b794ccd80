import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { callerAs, testCounty } from '../support/callers.js';
import { startTestHub, type TestHub } from '../support/hub.js';

interface Payload {
  readonly case?: { readonly caseNumber: string; readonly version: number; readonly state: string };
  readonly inspection?: { readonly code: string };
  readonly errors: readonly { readonly code: string }[];
}
interface Listed {
  readonly childLabourCases: {
    readonly nodes: readonly {
      readonly caseNumber: string;
      readonly state: string;
      readonly student: object;
    }[];
  };
}

const inspector = callerAs('labour-inspector');
const operation = (name: string) => readFileSync(`schema/operations/${name}.graphql`, 'utf8');

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub?.close());

/** Carries out a saved operation through the gateway; it has to be done. */
async function record(name: string, input: object): Promise<Payload> {
  const { data, errors } = await hub.ask<Record<string, Payload>>(inspector, operation(name), {
    input: { idempotencyKey: randomUUID(), ...input },
  });
  expect(errors).toEqual([]);
  const payload = data[`${name.charAt(0).toLowerCase()}${name.slice(1)}`];
  if (!payload) throw new Error(`${name} answered nothing.`);
  expect(payload.errors).toEqual([]);
  return payload;
}

const listed = async () => {
  const { data, errors } = await hub.ask<Listed>(inspector, operation('ChildLabourCases'), {});
  expect(errors).toEqual([]);
  return data.childLabourCases.nodes;
};

test('an inspector records a child at work from the inspection to the school by the saved operations alone', async () => {
  const studentId = testCounty.sampleStudentId ?? '';
  const [employer] = await hub
    .agency('labour')
    .rows<{ code: string }>(`select code from employer order by code limit 1`);
  await hub.agency('labour').rows('delete from child_labour_case');
  const { inspection } = await record('RecordLabourInspection', {
    employerCode: employer?.code,
    inspectedOn: '2026-11-16',
    kind: 'JOINT',
    inspectors: 3,
    minorsFound: 1,
  });
  let { case: made } = await record('OpenChildLabourCase', {
    studentId,
    inspectionCode: inspection?.code,
    foundOn: '2026-11-16',
    startedWorkOn: '2026-10-08',
    ageEvidence: 'STUDENT_STATUS',
    childName: '测试儿童',
    sex: 'MALE',
    birthDate: '2013-05-06',
  });
  expect(await listed()).toMatchObject([
    { caseNumber: made?.caseNumber, state: 'FOUND', student: { id: studentId } },
  ]);
  const states: (string | undefined)[] = [];
  const step = async (name: string, facts: object) => {
    const seen = { caseNumber: made?.caseNumber, expectedVersion: made?.version };
    ({ case: made } = await record(name, { ...seen, ...facts }));
    states.push(made?.state);
  };
  await step('RecordChildLabourOrder', { issuedOn: '2026-11-16', returnDueOn: '2026-11-23' });
  await step('RecordChildLabourTransfer', { transferredTo: 'POLICE', on: '2026-11-17' });
  const back = { returnedOn: '2026-11-18', handedTo: 'GRANDPARENTS', costBearer: 'COUNTY' };
  await step('RecordChildLabourReturn', back);
  await step('RecordChildLabourSchoolContact', { contactedOn: '2026-11-18' });
  await step('RecordChildLabourEnrolment', { enrolledOn: '2026-11-19' });
  expect(states).toEqual(['ORDERED', 'ORDERED', 'RETURNED', 'SCHOOL_CONTACTED', 'ENROLLED']);
  const fine = { employerCode: employer?.code, kind: 'FINE', decidedOn: '2026-11-20', amountYuan: 10_000 };
  await record('RecordLicenceSanction', fine);
  expect(await listed()).toMatchObject([{ caseNumber: made?.caseNumber, state: 'ENROLLED' }]);
});

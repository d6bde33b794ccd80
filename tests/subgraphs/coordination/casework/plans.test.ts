import { randomUUID } from 'node:crypto';
import { parseIsoDate } from '../../../../policies/iso-date.js';
import { loadPolicies } from '../../../../policies/load-policies.js';
import { policyClause } from '../../../../policies/resolve-policy.js';
import { office } from '../coordination-callers.js';
import { inDays, TODAY } from '../decisions/difference-rows.js';
import type { ListedChild } from '../register-rows.js';
import { startCases, type Cases } from './case-harness.js';

let cases: Cases;
beforeAll(async () => {
  cases = await startCases();
});
afterAll(() => cases?.close());

const PLAN = `measure { id version approach measure owner ownerPost dueOn reviewOn doneOn evidenceKind evidenceNumber } errors { code field }`;
const plan = async (name: 'planMeasure' | 'closeMeasure', input: object) => {
  const type = name === 'planMeasure' ? 'PlanMeasureInput' : 'CloseMeasureInput';
  const { data, errors } = await cases.agency.ask<
    Record<string, { measure: { id: string; version: number } | null; errors: object[] }>
  >(office, `mutation ($input: ${type}!) { ${name}(input: $input) { ${PLAN} } }`, {
    input: { idempotencyKey: randomUUID(), ...input },
  });
  expect(errors).toEqual([]);
  return data[name];
};
const measureOf = ({ studentId }: ListedChild) => ({
  studentId,
  scope: 'PUPIL',
  approach: 'TEACHING',
  measure: 'REMEDIAL_LESSONS',
  owner: 'SCHOOL',
  ownerPost: 'CLASS_TEACHER',
  dueOn: inDays(14),
});

test('a measure names the document that orders its approach, and none where none does', async () => {
  const child = cases.nextChild();
  await plan('planMeasure', { ...measureOf(child), approach: 'TEACHING' });
  await plan('planMeasure', { ...measureOf(child), approach: 'AFFECTION', measure: 'HOME_VISITS' });
  const { data, errors } = await cases.agency.askForStudents<{
    casework: { plans: { measures: { approach: string; policyClause: string | null }[] }[] };
  }>(office, [child.studentId], 'casework { plans { measures { approach policyClause } } }');
  expect(errors).toEqual([]);
  const { controlApproaches } = loadPolicies().policyFor('520625', parseIsoDate(TODAY));
  const measures = data._entities[0]?.casework.plans.flatMap((each) => each.measures) ?? [];
  expect(measures.map(({ approach }) => approach).toSorted()).toEqual(['AFFECTION', 'TEACHING']);
  for (const { approach, policyClause: clause } of measures) {
    const stated = new Map(Object.entries(controlApproaches)).get(approach);
    expect(clause).toBe(stated ? policyClause(stated) : null);
  }
  expect(new Set(measures.map(({ policyClause: clause }) => clause === null))).toEqual(
    new Set([true, false]),
  );
});

test('a measure draws up the plan of a child without a case, once, and is done with a paper', async () => {
  const child = cases.nextChild();
  const planned = await plan('planMeasure', measureOf(child));
  expect(planned).toMatchObject({ errors: [], measure: { version: 1, owner: 'SCHOOL', doneOn: null } });
  expect((await plan('planMeasure', measureOf(child)))?.errors).toEqual([
    { code: 'ALREADY_PLANNED', field: 'measure' },
  ]);
  await plan('planMeasure', { ...measureOf(child), measure: 'VOCATIONAL_COURSES' });
  await plan('planMeasure', { ...measureOf(child), scope: 'HOUSEHOLD', measure: 'AID_APPLICATION' });
  const { data } = await cases.agency.askForStudents<{ casework: { plans: object[] } }>(
    office,
    [child.studentId],
    'casework { plans { scope measures { measure } } }',
  );
  expect(data._entities[0]?.casework.plans).toEqual([
    { scope: 'HOUSEHOLD', measures: [{ measure: 'AID_APPLICATION' }] },
    { scope: 'PUPIL', measures: [{ measure: 'REMEDIAL_LESSONS' }, { measure: 'VOCATIONAL_COURSES' }] },
  ]);
  const { id: measureId = '', version: expectedVersion = 0 } = planned?.measure ?? {};
  const paper = { doneOn: TODAY, evidenceKind: 'SCHOOL_CERTIFICATE', evidenceNumber: '2026-9' };
  const close = (change: object) => plan('closeMeasure', { measureId, expectedVersion, ...paper, ...change });
  expect((await close({ evidenceNumber: '99062520150505002X' }))?.errors).toEqual([
    { code: 'EVIDENCE_INVALID', field: 'evidenceNumber' },
  ]);
  expect((await close({ doneOn: inDays(1) }))?.errors).toEqual([{ code: 'DATE_INVALID', field: 'doneOn' }]);
  expect(await close({})).toMatchObject({
    measure: { doneOn: TODAY, version: 2, evidenceNumber: '2026-9' },
  });
  expect((await close({}))?.errors).toEqual([{ code: 'STALE_VERSION', field: 'expectedVersion' }]);
});

test('what is due yesterday is no plan', async () => {
  const late = await plan('planMeasure', { ...measureOf(cases.nextChild()), dueOn: inDays(-1) });
  expect(late).toEqual({ measure: null, errors: [{ code: 'DUE_DATE_INVALID', field: 'dueOn' }] });
});

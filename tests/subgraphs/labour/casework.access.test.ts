import { randomUUID } from 'node:crypto';
import { LABOUR_SCOPES } from '../../../subgraphs/labour/scopes.js';
import { callerAs, elsewhere, withoutScope, type TestCaller } from '../../support/callers.js';
import { newChild } from '../../support/children.js';
import {
  EMPLOYER,
  FOUND,
  inspector,
  INSPECTION,
  mutationText,
  of,
  ORDER,
  RETURN,
  startCasework,
  type Casework,
} from './casework-harness.js';

let cases: Casework;
beforeAll(async () => {
  cases = await startCasework();
});
afterAll(() => cases?.close());

const COMMANDS = [
  ['recordLabourInspection', LABOUR_SCOPES.recordInspections],
  ['recordLicenceSanction', LABOUR_SCOPES.recordInspections],
  ['openChildLabourCase', LABOUR_SCOPES.recordCases],
  ['recordChildLabourOrder', LABOUR_SCOPES.recordCases],
  ['recordChildLabourReturn', LABOUR_SCOPES.recordCases],
  ['recordChildLabourSchoolContact', LABOUR_SCOPES.recordCases],
  ['recordChildLabourEnrolment', LABOUR_SCOPES.recordCases],
  ['recordChildLabourTransfer', LABOUR_SCOPES.recordCases],
] as const;

test.each(COMMANDS)('%s is for officers of labour who have %s, within their area', async (name, scope) => {
  const made = await cases.opened();
  const inputs: Record<string, object> = {
    recordLabourInspection: INSPECTION,
    recordLicenceSanction: { employerCode: EMPLOYER, kind: 'REVOCATION', decidedOn: '2026-11-19' },
    openChildLabourCase: {
      studentId: await newChild(cases.agency),
      inspectionCode: await cases.inspected(),
      ...FOUND,
    },
    recordChildLabourOrder: { ...of(made), ...ORDER },
    recordChildLabourReturn: { ...of(made), ...RETURN },
    recordChildLabourSchoolContact: { ...of(made), contactedOn: '2026-11-10' },
    recordChildLabourEnrolment: { ...of(made), enrolledOn: '2026-11-12' },
    recordChildLabourTransfer: { ...of(made), transferredTo: 'POLICE', on: '2026-11-12' },
  };
  const input = inputs[name] ?? {};
  const asked = async (caller: TestCaller) => {
    const { errors } = await cases.agency.ask(caller, mutationText(name), {
      input: { idempotencyKey: randomUUID(), ...input },
    });
    return errors.map(({ extensions }) => extensions.code);
  };
  expect(await asked(withoutScope(inspector, scope))).toEqual(['FORBIDDEN']);
  const lent = { ...inspector, agency: 'education', slug: callerAs('bureau-officer').slug };
  expect(await asked(lent)).toEqual(['FORBIDDEN']);
  const { errors } = await cases.command(elsewhere(inspector), name, input);
  expect(errors.map(({ code }) => code)).toEqual([expect.stringMatching(/NOT_FOUND$/)]);
});

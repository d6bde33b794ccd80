import { randomUUID } from 'node:crypto';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs, type TestCaller } from '../../support/callers.js';
import { newChild } from '../../support/children.js';
import { enterEmployer } from './labour-rows.js';

export const inspector = callerAs('labour-inspector');
export const EMPLOYER = 'YG-TEST-1';
export const CHILD = { childName: '测试儿童', sex: 'MALE', birthDate: '2013-05-06' };
export const FOUND = {
  foundOn: '2026-11-02',
  startedWorkOn: '2026-09-10',
  ageEvidence: 'HOUSEHOLD_REGISTER',
  ...CHILD,
};
export const INSPECTION = {
  employerCode: EMPLOYER,
  inspectedOn: '2026-11-02',
  kind: 'COMPLAINT',
  inspectors: 2,
  minorsFound: 1,
};
export const ORDER = { issuedOn: '2026-11-03', returnDueOn: '2026-11-10' };
export const RETURN = { returnedOn: '2026-11-09', handedTo: 'PARENTS', costBearer: 'EMPLOYER' };

export interface LabourCase {
  readonly caseNumber: string;
  readonly version: number;
  readonly state: string;
  readonly isOpen: boolean;
  readonly [field: string]: unknown;
}

interface Answer {
  readonly case?: LabourCase | null;
  readonly inspection?: { readonly code: string; readonly [field: string]: unknown } | null;
  readonly sanction?: { readonly code: string; readonly [field: string]: unknown } | null;
  readonly errors: readonly { readonly code: string; readonly field: string | null }[];
}

const CASE = `case { caseNumber version state isOpen foundOn startedWorkOn orderIssuedOn returnDueOn returnedOn handedTo
  costBearer schoolContactedOn enrolledOn transferredTo transferredOn ageEvidence childName sex birthDate
  employer { code } inspection { code } division { code } student { id } fine { monthsOfUse monthsAfterOrder } }`;
const PAYLOADS: Readonly<Record<string, string>> = {
  recordLabourInspection: `inspection { code inspectedOn kind inspectorCount minorsFound minorsInBusiness personsMet site
    employer { code } division { code } }`,
  recordLicenceSanction: 'sanction { code kind decidedOn amountYuan }',
};

export interface Casework {
  readonly agency: TestAgency;
  /** Carries a mutation out, under a key of its own unless the input has one. */
  command(caller: TestCaller, name: string, input: object): Promise<Answer>;
  /** Code of an inspection of the tests' employer. */
  inspected(changes?: object): Promise<string>;
  /** A case of a child, new unless it is named. */
  opened(studentId?: string): Promise<LabourCase>;
  /** One more step of a case, which has to succeed. */
  step(made: LabourCase, name: string, facts: object): Promise<LabourCase>;
  close(): Promise<void>;
}

/** What a mutation about a case needs of it. */
export const of = ({ caseNumber, version }: LabourCase) => ({ caseNumber, expectedVersion: version });

export function mutationText(name: string): string {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${input}!) { ${name}(input: $input) { ${PAYLOADS[name] ?? CASE} errors { code field } } }`;
}

export async function startCasework(agency?: TestAgency): Promise<Casework> {
  const started = agency ?? (await startTestAgency('labour'));
  await enterEmployer(started, EMPLOYER);
  const command: Casework['command'] = async (caller, name, input) => {
    const { data, errors } = await started.ask<Record<string, Answer>>(caller, mutationText(name), {
      input: { idempotencyKey: randomUUID(), ...input },
    });
    expect(errors).toEqual([]);
    const answer = data[name];
    if (!answer) throw new Error(`${name} answered nothing.`);
    return answer;
  };
  const caseOf = ({ case: made, errors }: Answer): LabourCase => {
    expect(errors).toEqual([]);
    if (!made) throw new Error('Nothing was recorded.');
    return made;
  };
  const inspected: Casework['inspected'] = async (changes = {}) => {
    const { inspection } = await command(inspector, 'recordLabourInspection', { ...INSPECTION, ...changes });
    return inspection?.code ?? '';
  };
  return {
    agency: started,
    command,
    inspected,
    async opened(studentId) {
      const child = studentId ?? (await newChild(started));
      const input = { studentId: child, inspectionCode: await inspected(), ...FOUND };
      return caseOf(await command(inspector, 'openChildLabourCase', input));
    },
    async step(made, name, facts) {
      return caseOf(await command(inspector, name, { ...of(made), ...facts }));
    },
    close: () => started.close(),
  };
}

import { randomUUID } from 'node:crypto';
import { startTestAgency, type TestAgency, type TestAgencyOptions } from '../../../support/agency.js';
import type { TestCaller } from '../../../support/callers.js';
import { office } from '../coordination-callers.js';
import { inDays, TODAY } from '../decisions/difference-rows.js';
import { listedPupils, type ListedChild } from '../register-rows.js';

export interface Case {
  readonly caseNumber: string;
  readonly version: number;
  readonly state: string;
  readonly township: { readonly code: string };
}
export interface Payload {
  readonly case: Case | null;
  readonly errors: readonly { readonly code: string; readonly field: string }[];
}

/** A county without any case, in which the tests open their own. */
export interface Cases {
  readonly agency: TestAgency;
  /** One without a case, each time another. */
  nextChild(): ListedChild;
  command(caller: TestCaller, name: string, input: object): Promise<Payload>;
  opened(child: ListedChild, basis?: string, knownOn?: string): Promise<Case>;
  close(): Promise<void>;
}

const CHILDREN = 40;
const TABLES = [
  'dropout_case',
  'persuasion_visit',
  'support_plan',
  'support_plan_child',
  'plan_measure',
  'observed_attendance',
];

/** @param options what differs from the tests' own agency, for example its policies */
export async function startCases(options: TestAgencyOptions = {}): Promise<Cases> {
  const agency = await startTestAgency('coordination', options);
  for (const table of TABLES) await agency.rows(`delete from ${table}`);
  const pupils = await listedPupils(agency, CHILDREN);

  async function command(caller: TestCaller, name: string, input: object): Promise<Payload> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const { data, errors } = await agency.ask<Record<string, Payload>>(
      caller,
      `mutation ($input: ${type}!) { ${name}(input: $input) { errors { code field } case {
        caseNumber version state stateSince episode basis reason openedOn returnedOn returnSchoolCode firstAttendedOn
        closedOn closedBy nextStep nextDueOn persuadedBy { bodies policyClause } attendanceKnownUpTo taskTeam schoolCode township { code }
        persuasionVisits { visitedOn result met participants nextVisitOn committedTo }
        placements { placedOn mode schoolCode } returnChecks { checkedOn result } } } }`,
      { input: { idempotencyKey: randomUUID(), ...input } },
    );
    expect(errors).toEqual([]);
    const payload = data[name];
    if (!payload) throw new Error(`${name} gave no answer.`);
    return payload;
  }

  return {
    agency,
    nextChild() {
      const child = pupils.shift();
      if (!child) throw new Error('The test needs more children.');
      return child;
    },
    command,
    async opened({ studentId }, basis = 'LEFT_SCHOOL', knownOn = TODAY) {
      const { case: made, errors } = await command(office, 'openCase', { studentId, basis, knownOn });
      expect(errors).toEqual([]);
      if (!made) throw new Error('No case was opened.');
      return made;
    },
    close: () => agency.close(),
  };
}

/** How a command names the case that it saw. */
export const of = ({ caseNumber, version: expectedVersion }: Pick<Case, 'caseNumber' | 'version'>) => ({
  caseNumber,
  expectedVersion,
});

export const VISIT = {
  visitedOn: TODAY,
  participants: ['TOWNSHIP_OFFICER', 'CLASS_TEACHER'],
  place: 'HOME',
  met: ['FATHER'],
  result: 'REFUSED',
  nextVisitOn: inDays(7),
};

import { randomUUID } from 'node:crypto';
import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { callerAs, type TestCaller } from '../../../support/callers.js';

export interface Referral {
  readonly referralNumber: string;
  readonly version: number;
  readonly state: string;
}
export interface Payload {
  readonly referral: Referral | null;
  readonly errors: readonly { readonly code: string; readonly field: string }[];
}

const handling = (slug: string): TestCaller => ({ ...callerAs(slug), purpose: 'CASE_HANDLING' });
export const office = handling('coordination-officer');
export const township = handling('township-officer');
export const bureau = handling('bureau-officer');
export const labour = handling('labour-inspector');
export const police = handling('police-officer');
export const poverty = handling('poverty-officer');
export const village = handling('village-cadre');
/** It asks for its own purpose. */
export const inspection = callerAs('inspection-officer');

export const FIELDS = `referralNumber version state caseNumber fromBody fromCode toBody toCode reason sentOn dueOn
  acceptedOn refusedOn refusalReason answeredOn outcome withdrawnOn isOverdue reminderOn escalatedTo`;

/** A county without any referral. */
export interface Referrals {
  readonly agency: TestAgency;
  /** Each time another one, who lives where that officer is, or in its township, and goes to a school. */
  nextChild(livesAt?: TestCaller): string;
  command(caller: TestCaller, name: string, input: object): Promise<Payload>;
  sent(caller: TestCaller, input: object): Promise<Referral>;
  close(): Promise<void>;
}

/** Where an officer is. */
export const codeOf = ({ jurisdiction: [area] }: TestCaller): string => area?.code ?? '';

export async function startReferrals(): Promise<Referrals> {
  const agency = await startTestAgency('coordination');
  await agency.rows('delete from referral');
  const children = await agency.rows<{ studentId: string; home: string }>(
    `select student_id as "studentId", counted_division_code as home from school_age_entry
     where starts_with(counted_division_code, ?) and school_code in (select code from school_site)
     order by student_id`,
    codeOf(township),
  );

  async function command(caller: TestCaller, name: string, input: object): Promise<Payload> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const { data, errors } = await agency.ask<Record<string, Payload>>(
      caller,
      `mutation ($input: ${type}!) { ${name}(input: $input) { errors { code field } referral { ${FIELDS} } } }`,
      { input: { idempotencyKey: randomUUID(), ...input } },
    );
    expect(errors).toEqual([]);
    const payload = data[name];
    if (!payload) throw new Error(`${name} gave no answer.`);
    return payload;
  }

  return {
    agency,
    nextChild(livesAt = township) {
      const next = children.findIndex(({ home }) => home.startsWith(codeOf(livesAt)));
      const [child] = next < 0 ? [] : children.splice(next, 1);
      if (!child) throw new Error('The test needs more children.');
      return child.studentId;
    },
    command,
    async sent(caller, input) {
      const { referral, errors } = await command(caller, 'sendReferral', input);
      expect(errors).toEqual([]);
      if (!referral) throw new Error('Nothing was sent.');
      return referral;
    },
    close: () => agency.close(),
  };
}

/** How a command names the referral that it saw. */
export const of = ({ referralNumber, version: expectedVersion }: Referral) => ({
  referralNumber,
  expectedVersion,
});

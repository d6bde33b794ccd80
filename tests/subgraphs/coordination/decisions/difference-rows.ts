import { randomUUID } from 'node:crypto';
import { addDays, parseIsoDate } from '../../../../policies/iso-date.js';
import { loadPolicies } from '../../../../policies/load-policies.js';
import { openSideConnection } from '../../../../subgraphs/_kit/side-connection.js';
import { serviceTransaction } from '../../../../subgraphs/_kit/student/service-transaction.js';
import { carryDiscrepancies } from '../../../../subgraphs/coordination/comparison/run/carry-discrepancies.js';
import type { DiscrepancyKind } from '../../../../subgraphs/coordination/comparison/discrepancies/discrepancy.js';
import {
  DISPOSITIONS,
  type DispositionCode,
} from '../../../../subgraphs/coordination/comparison/dispositions/dispositions.js';
import type { TestAgency } from '../../../support/agency.js';
import { callerAs, type TestCaller } from '../../../support/callers.js';
import { TEST_NOW } from '../../../support/test-settings.js';

export const TODAY = parseIsoDate(TEST_NOW.toISOString().slice(0, 10));
export const inDays = (days: number) => addDays(TODAY, days);

const COUNTY = '520625';
const policies = loadPolicies();

/** A difference as a run finds it. */
export interface Found {
  readonly kind: DiscrepancyKind;
  readonly studentId: string;
  /** Nine digits. */
  readonly township?: string | null;
  readonly schoolCode?: string | null;
  readonly heldUntil?: string | null;
}

export const keyOf = ({ kind, studentId }: Pick<Found, 'kind' | 'studentId'>) => `${kind}:${studentId}`;

function resultOf(difference: Found) {
  const { kind, studentId, township = '520625101', schoolCode = null, heldUntil = null } = difference;
  return {
    key: keyOf(difference),
    kind,
    canonicalId: studentId,
    evidence: [],
    proposedDisposition: null,
    heldUntil,
    dueTo: { township, schoolCode },
  };
}

/** What a run does with the differences it has found: carries them, judges the decisions on them, hands out tasks. */
export async function endRun(agency: TestAgency, day: string, found: readonly Found[]): Promise<string> {
  const today = parseIsoDate(day);
  const runId = `run-${randomUUID()}`;
  const apart = openSideConnection(agency.databaseUrl);
  for (const [studentId, differences] of Map.groupBy(found, ({ studentId }) => studentId))
    await agency.rows(
      'insert into comparison_result (run_id, canonical_id, "from", discrepancies) values (?, ?, ?, ?::jsonb)',
      runId,
      studentId,
      '',
      JSON.stringify(differences.map(resultOf)),
    );
  try {
    const policy = policies.policyFor(COUNTY, today);
    await serviceTransaction(apart, (db) =>
      carryDiscrepancies(db, { runId, today, countyCode: COUNTY, policy }),
    );
  } finally {
    await apart.destroy();
  }
  return runId;
}

export interface StoredState {
  readonly state: string;
  readonly version: number;
  readonly closedOn: string | null;
  readonly reopenedOn: string | null;
  readonly firstSeenOn: string;
}

export async function stateOf(
  agency: TestAgency,
  found: Pick<Found, 'kind' | 'studentId'>,
): Promise<StoredState> {
  const [row] = await agency.rows<StoredState>(
    `select state, version, closed_on::text as "closedOn", reopened_on::text as "reopenedOn",
       first_seen_on::text as "firstSeenOn" from discrepancy where key = ?`,
    keyOf(found),
  );
  if (!row) throw new Error('There is no such difference.');
  return row;
}

/** Officers who verify, by the agency that the rules name. */
export const VERIFIERS: Readonly<Record<string, TestCaller>> = {
  education: callerAs('bureau-officer'),
  police: callerAs('police-officer'),
  disability: callerAs('disability-officer'),
  coordination: callerAs('coordination-officer'),
};

export const paper = (kind: string, change: object = {}) => ({
  kind,
  number: '2026-117',
  issuer: '印江县某某单位',
  issuedOn: TODAY,
  sha256: 'ab'.repeat(32),
  ...change,
});

let keys = 0;
export const newKey = () => `decision-${(keys += 1)}-of-this-test`;

export interface Decided {
  readonly disposition: {
    readonly id: string;
    readonly family: string;
    readonly countsInNumerator: boolean;
    readonly countsInDenominator: boolean;
    readonly validUntil: string | null;
    readonly checkNumber: number;
    readonly caseNumber: string | null;
    readonly verifierAgency: string;
    readonly verifierRole: string;
    readonly verifiedBy: string;
    readonly decidedOn: string;
    readonly evidence: readonly { readonly kind: string; readonly number: string }[];
  } | null;
  readonly discrepancy: { readonly state: string; readonly version: number } | null;
  readonly errors: readonly { readonly code: string; readonly field: string | null }[];
}

/** Decides as an officer; what a test does not say is as it should be. */
export async function decide(
  agency: TestAgency,
  caller: TestCaller,
  found: Pick<Found, 'kind' | 'studentId'>,
  change: object,
): Promise<Decided> {
  const { data, errors } = await agency.ask<{ recordDisposition: Decided }>(
    caller,
    `mutation ($input: RecordDispositionInput!) { recordDisposition(input: $input) {
       disposition { id code family countsInNumerator countsInDenominator evidence { kind number issuer issuedOn sha256 }
         verifierAgency verifierRole verifiedBy decidedOn validUntil checkNumber caseNumber }
       discrepancy { state version } errors { code field } } }`,
    {
      input: {
        idempotencyKey: newKey(),
        discrepancyKey: keyOf(found),
        expectedVersion: (await stateOf(agency, found)).version,
        ...change,
      },
    },
  );
  expect(errors).toEqual([]);
  return data.recordDisposition;
}

/** An officer of the agency that has to verify what the code says. */
export function verifierOf(code: DispositionCode): TestCaller {
  const verifier = VERIFIERS[DISPOSITIONS[code].verifierAgency];
  if (!verifier) throw new Error(`Nobody verifies ${code}.`);
  return verifier;
}

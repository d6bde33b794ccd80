import type { TestAgency } from '../../support/agency.js';
import { office } from './coordination-callers.js';
import type { Scope } from './ledger.oracle.js';

export interface Total {
  readonly place: string;
  readonly children: number;
  readonly division?: { readonly code: string } | null;
  readonly schoolCode?: string | null;
}
interface Account {
  readonly universe: number;
  readonly undecided: number;
  readonly isReconciled: boolean;
  readonly byResidence: readonly Total[];
  readonly byStudy: readonly Total[];
}
export interface Answer {
  readonly ledger: {
    readonly title: string;
    readonly code: string;
    readonly asOf: string;
    readonly runId: string;
    readonly account: Account;
    readonly lines: {
      readonly totalCount: number;
      readonly nodes: readonly { readonly number: number; readonly student: { readonly id: string } }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
}

const QUERY = `query ($scope: LedgerScope!, $code: String!, $kind: LedgerKind!, $first: Int, $after: String) {
  ledger(scope: $scope, code: $code, kind: $kind) {
    title code asOf runId
    account { universe undecided isReconciled
      byResidence { place division { code } children } byStudy { place schoolCode children } }
    lines(first: $first, after: $after) { totalCount nodes { number student { id } } pageInfo { hasNextPage endCursor } } } }`;

/** How the leading group's office reads the ledgers of an agency that is started later. */
export function ledgerReader(agency: () => TestAgency) {
  return async function ledgerOf(
    scope: Scope,
    code: string,
    { kind = 'SCHOOL_AGE_CHILDREN', first = 100, after = null as string | null } = {},
  ): Promise<Answer['ledger']> {
    const variables = { scope, code, kind, first, after };
    const { data, errors } = await agency().ask<Answer>(office, QUERY, variables);
    expect(errors).toEqual([]);
    return data.ledger;
  };
}

export const sum = (totals: readonly Total[]) => totals.reduce((all, { children }) => all + children, 0);

import { readFileSync } from 'node:fs';
import type { TestCaller } from '../support/callers.js';
import type { SchoolYear } from './school-year.js';

const COUNTY = '520625';
const LEDGER = readFileSync('schema/operations/Ledger.graphql', 'utf8');

interface Account {
  readonly universe: number;
  readonly isReconciled: boolean;
  readonly byResidence: readonly {
    readonly division: { readonly code: string } | null;
    readonly children: number;
  }[];
  readonly byStudy: readonly { readonly schoolCode: string | null; readonly children: number }[];
}
const sum = (parts: readonly { readonly children: number }[]) =>
  parts.reduce((total, { children }) => total + children, 0);
const livingIn = ({ byResidence }: Account, code: string) =>
  sum(byResidence.filter(({ division }) => division?.code.startsWith(code)));
const studyingAt = ({ byStudy }: Account, school: string) =>
  sum(byStudy.filter(({ schoolCode }) => schoolCode === school));

/**
 * The four ledgers (四台账) tell of the same children, added up here once more.
 *
 * @param village of whose township and school the ledgers are compared with the county's
 * @returns how many children there are
 */
export async function reconciledLedgers(
  year: SchoolYear,
  officer: TestCaller,
  village: string,
): Promise<number> {
  const ledger = async (scope: string, code: string) =>
    (await year.query<{ ledger: { account: Account } }>(officer, LEDGER, { scope, code })).ledger.account;
  const county = await ledger('COUNTY', COUNTY);
  const school = county.byStudy.find(({ schoolCode }) => schoolCode !== null)?.schoolCode ?? '';
  const [town, own, taught] = await Promise.all([
    ledger('TOWNSHIP', village.slice(0, 9)),
    ledger('VILLAGE', village),
    ledger('SCHOOL', school),
  ]);
  for (const account of [county, town, own, taught])
    expect([account.isReconciled, sum(account.byResidence), sum(account.byStudy)]).toEqual([
      true,
      account.universe,
      account.universe,
    ]);
  expect(livingIn(town, village.slice(0, 9))).toBe(livingIn(county, village.slice(0, 9)));
  expect(livingIn(own, village)).toBe(livingIn(town, village));
  expect(studyingAt(taught, school)).toBe(studyingAt(county, school));
  return county.universe;
}

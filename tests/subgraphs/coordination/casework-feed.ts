import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs, type TestCaller } from '../../support/callers.js';

export interface FeedPage {
  readonly isContinuous: boolean;
  readonly hasMore: boolean;
  readonly cursor: string;
  readonly changes: readonly {
    readonly record: string;
    readonly number: string;
    readonly kind: string;
    readonly recordVersion: number | null;
    readonly student: { readonly id: string };
  }[];
}

export const office = callerAs('coordination-officer');
export const township = callerAs('township-officer');
export const numbersOf = ({ changes }: FeedPage) => changes.map(({ number }) => number);

/** The casework feed of an agency, and four cases that can be changed. */
export interface CaseworkFeed {
  readonly agency: TestAgency;
  readonly cases: readonly string[];
  read(after: string | null, caller?: TestCaller, first?: number): Promise<FeedPage>;
  /** Cursor of now. */
  here(): Promise<string>;
  touch(number?: string): Promise<unknown>;
}

export async function startCaseworkFeed(): Promise<CaseworkFeed> {
  const agency = await startTestAgency('coordination');
  const rows = await agency.rows<{ number: string }>(
    'select case_number as number from dropout_case order by not starts_with(township_code, ?), 1 limit 4',
    township.jurisdiction[0]?.code ?? '',
  );
  expect(rows.length).toBe(4);

  async function read(after: string | null, caller: TestCaller = office, first = 100): Promise<FeedPage> {
    const { data, errors } = await agency.ask<{ caseworkChanges: FeedPage }>(
      caller,
      `query ($after: String, $first: Int!) { caseworkChanges(after: $after, first: $first) {
        isContinuous hasMore cursor changes { record number kind recordVersion student { id } } } }`,
      { after, first },
    );
    expect(errors).toEqual([]);
    return data.caseworkChanges;
  }

  return {
    agency,
    cases: rows.map(({ number }) => number),
    read,
    here: async () => (await read(null)).cursor,
    touch: (number = '') =>
      agency.rows('update dropout_case set version = version + 1 where case_number = ?', number),
  };
}

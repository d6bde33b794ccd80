import type { FactTables } from '../register/fact-tables.js';

/** An award of this academic year. */
export type MatchedAward = Omit<FactTables['aidAward'], 'programme' | 'academicYear'>;

interface Awarded {
  readonly programmes: ReadonlyMap<
    string,
    { readonly value: { readonly includes?: readonly string[] | undefined } }
  >;
  readonly awarded: readonly FactTables['aidAward'][];
}

/** Awards of the programme, and of one that includes it, in the order in which they were decided. */
export function awardsOf(code: string, { programmes, awarded }: Awarded): MatchedAward[] {
  return awarded
    .filter(
      ({ programme }) =>
        programme === code || programmes.get(programme)?.value.includes?.includes(code) === true,
    )
    .toSorted((a, b) => orderOf(a).localeCompare(orderOf(b)))
    .map(({ term, amountYuan, decidedOn, paidOn }) => ({ term, amountYuan, decidedOn, paidOn }));
}

/** Of every column, so that the same awards stand in the same order whatever order they come in. */
function orderOf({ decidedOn, programme, term, amountYuan, paidOn }: FactTables['aidAward']): string {
  return [decidedOn, programme, term, amountYuan, paidOn].join(' ');
}

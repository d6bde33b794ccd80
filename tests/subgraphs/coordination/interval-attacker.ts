import type { FocusGroup } from '../../../subgraphs/coordination/standing/focus-group.enum.js';
import type { IndicatorDefinition } from '../../../subgraphs/coordination/indicators/indicators.js';

/** What somebody knows of one count of one division. */
export interface Range {
  least: number;
  most: number;
}
/** Ranges by `division|count`. */
export type Knowledge = Map<string, Range>;

const OWN_DENOMINATORS: Readonly<Partial<Record<IndicatorDefinition['kind'], string>>> = {
  AID_COVERAGE: 'eligible for aid',
  VERIFICATION_RATE: 'suspected EVERYONE',
  RETURN_RATE: 'confirmed EVERYONE',
};

/** Names of an indicator's counts: two indicators with the same cohort have the same denominator. */
export function namesOf({ kind, stage, disability, ages, reason }: IndicatorDefinition) {
  const whom = [disability, ages?.from, ages?.to].join(' ');
  const subject = kind === 'OPEN_DROPOUTS' ? 'DROPOUT_RATE_CONFIRMED' : kind;
  return {
    numerator: `${subject} ${whom} ${reason} ${stage}`,
    denominator: OWN_DENOMINATORS[kind] ?? `cohort ${whom} ${stage}`,
    rest: `rest of ${subject} ${whom} ${reason} ${stage}`,
  };
}

type Sum = readonly [whole: string, parts: readonly string[]];
type Order = readonly [inside: string, around: string];

const SCOPES = ['THREE_CATEGORIES', 'ALL_CATEGORIES', 'EVERYONE'] as const;
const INSIDE: readonly (readonly [FocusGroup, FocusGroup])[] = [
  ['THREE_CATEGORY_DISABLED', 'DISABLED'],
  ['SEVERELY_DISABLED', 'DISABLED'],
  ['HARDSHIP_DISABLED', 'DISABLED'],
  ['HARDSHIP_DISABLED', 'FINANCIAL_HARDSHIP'],
  ['REGISTERED_POVERTY', 'FINANCIAL_HARDSHIP'],
  ['MONITORED', 'FINANCIAL_HARDSHIP'],
  ['SUBSISTENCE_ALLOWANCE', 'FINANCIAL_HARDSHIP'],
  ['EXTREME_POVERTY', 'FINANCIAL_HARDSHIP'],
];

/** What holds between the counts of any one division, by the meaning of the figures. */
function relations(definitions: readonly IndicatorDefinition[]): { sums: Sum[]; orders: Order[] } {
  const sums: Sum[] = [];
  const orders: Order[] = INSIDE.map(([group, wider]) => [group, wider]);
  orders.push(['cohort ALL_CATEGORIES   COMPULSORY', 'DISABLED']);
  orders.push(['cohort THREE_CATEGORIES   COMPULSORY', 'THREE_CATEGORY_DISABLED']);
  // Where all aid is for those in hardship.
  orders.push(['eligible for aid', 'FINANCIAL_HARDSHIP']);
  for (const definition of definitions) {
    const own = namesOf(definition);
    const at = (change: Partial<IndicatorDefinition>) => namesOf({ ...definition, ...change });
    const isRatio = !['GROSS_ENROLMENT_RATE', 'OPEN_DROPOUTS'].includes(definition.kind);
    if (isRatio) sums.push([own.denominator, [own.numerator, own.rest]]);
    if (definition.kind === 'RETURN_RATE') {
      // Who is back is enrolled, and who is not is out of school: nearly all who are.
      orders.push([own.numerator, at({ kind: 'ENROLMENT_RATE' }).numerator]);
      orders.push([own.rest, at({ kind: 'DROPOUT_RATE_CONFIRMED' }).numerator]);
      orders.push([at({ kind: 'OPEN_DROPOUTS', reason: 'POVERTY' }).numerator, own.denominator]);
    }
    if (definition.kind === 'VERIFICATION_RATE') {
      const { numerator, denominator } = at({ kind: 'ENROLMENT_RATE' });
      const out = at({ kind: 'DROPOUT_RATE_CONFIRMED' }).numerator;
      sums.push(['enrolled or out', [numerator, out]]);
      orders.push([own.denominator, 'enrolled or out'], ['enrolled or out', denominator]);
    }
    if (OWN_DENOMINATORS[definition.kind]) continue;
    const parts = ['numerator', 'denominator', ...(isRatio ? (['rest'] as const) : [])] as const;
    for (const part of parts) {
      const stages = [at({ stage: 'PRIMARY' })[part], at({ stage: 'JUNIOR_SECONDARY' })[part]];
      if (definition.stage === 'COMPULSORY') sums.push([own[part], stages]);
      const wider = SCOPES[SCOPES.indexOf(definition.disability) + 1];
      if (wider) orders.push([own[part], at({ disability: wider })[part]]);
      if (definition.ages) orders.push([own[part], at({ ages: null })[part]]);
      if (definition.reason && part === 'numerator') orders.push([own[part], at({ reason: null })[part]]);
    }
    if (definition.kind === 'DROPOUT_RATE_CONFIRMED')
      orders.push([own.numerator, at({ kind: 'ENROLMENT_RATE' }).rest]);
  }
  return { sums, orders };
}

/**
 * Narrows what is known until nothing more follows: sums over the divisions inside another, over stages, over the parts
 * of a cohort, and what lies inside what.
 * @param published exact values by `division|count`; whatever is missing is only known not to be negative.
 * @param inside codes of the divisions directly inside each division.
 */
export function deduce(
  published: ReadonlyMap<string, number>,
  inside: ReadonlyMap<string, readonly string[]>,
  definitions: readonly IndicatorDefinition[],
  counts: readonly string[],
): Knowledge {
  const known: Knowledge = new Map();
  const of = (key: string): Range => {
    const range = known.get(key) ?? { least: published.get(key) ?? 0, most: published.get(key) ?? Infinity };
    known.set(key, range);
    return range;
  };
  const { sums, orders } = relations(definitions);
  const allSums: Sum[] = [];
  const allOrders: Order[] = [];
  for (const [division, parts] of inside) {
    const here = (count: string) => `${division}|${count}`;
    for (const [whole, of_] of sums) allSums.push([here(whole), of_.map(here)]);
    for (const [less, more] of orders) allOrders.push([here(less), here(more)]);
    if (parts.length > 0)
      for (const count of counts) allSums.push([here(count), parts.map((part) => `${part}|${count}`)]);
  }
  let hasChanged = true;
  const atLeast = (range: Range, value: number) => {
    if (value > range.least) [range.least, hasChanged] = [value, true];
  };
  const atMost = (range: Range, value: number) => {
    if (value < range.most) [range.most, hasChanged] = [value, true];
  };
  while (hasChanged) {
    hasChanged = false;
    for (const [less, more] of allOrders) {
      atMost(of(less), of(more).most);
      atLeast(of(more), of(less).least);
    }
    for (const [whole, parts] of allSums) {
      const ranges = parts.map(of);
      const least = ranges.reduce((sum, part) => sum + part.least, 0);
      const most = ranges.reduce((sum, part) => sum + part.most, 0);
      atLeast(of(whole), least);
      atMost(of(whole), most);
      for (const part of ranges) {
        atMost(part, of(whole).most - (least - part.least));
        const others = ranges.reduce((sum, other) => (other === part ? sum : sum + other.most), 0);
        atLeast(part, of(whole).least - others);
      }
    }
  }
  return known;
}

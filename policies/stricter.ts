/**
 * Chooses between a national floor and a more local value. Returns one of the two, or, for sets, a new value
 * that satisfies both.
 */
export interface Stricter<T> {
  // A method, so that settings of different types fit into one table.
  choose(national: T, local: T): T;
}

function rule<T>(choose: (national: T, local: T) => T): Stricter<T> {
  return { choose };
}

/** A shorter time limit or a lower bound protects more. */
export const lower: Stricter<number> = rule((national, local) => (local <= national ? local : national));

/** A higher rate, amount or threshold protects more. */
export const higher: Stricter<number> = rule((national, local) => (local >= national ? local : national));

export interface Band {
  readonly from: number;
  readonly to: number;
}

/** A band that covers more ages protects more. */
export const widerBand: Stricter<Band> = rule((national, local) => {
  if (local.from <= national.from && local.to >= national.to) return local;
  return { from: Math.min(national.from, local.from), to: Math.max(national.to, local.to) };
});

/** A list that names more protects more. */
export const wholeList: Stricter<string[]> = rule((national, local) =>
  national.every((name) => local.includes(name)) ? local : [...new Set([...national, ...local])],
);

/** What is forbidden nationally cannot be allowed locally. */
export const forbidden: Stricter<boolean> = rule((national, local) => national && local);

/** Where no order exists between two values, the national one stands. */
export function nationalStands<T>(): Stricter<T> {
  return rule((national) => national);
}

function withoutWords(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) =>
    key === 'label' || key === 'finds' ? undefined : part,
  );
}

/** A local entry that asks for the same in its own words replaces the national one; any other does not. */
export function nationalUnlessReworded<T>(): Stricter<T> {
  return rule((national, local) => (withoutWords(national) === withoutWords(local) ? local : national));
}

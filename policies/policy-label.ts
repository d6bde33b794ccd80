/** Words for people: short English and the official Chinese term. */
export interface Label {
  readonly en: string;
  readonly zh: string;
}

/** The names of a labelled closed list, in order. */
export function namesOf<Name extends string>(list: Readonly<Record<Name, Label>>): [Name, ...Name[]] {
  const [first, ...others] = Object.keys(list) as Name[];
  if (first === undefined) throw new RangeError('A closed list has at least one name.');
  return [first, ...others];
}

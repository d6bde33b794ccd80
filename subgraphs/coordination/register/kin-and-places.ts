/** A guardian's number as a digest: one guardian, one id, in every agency. */
export interface Guardian {
  readonly agency: string;
  readonly guardianId: string;
}

/** A household by its own agency's key; agencies number households each in its own way. */
export interface Household {
  readonly agency: string;
  readonly key: string;
}

export interface Place {
  readonly agency: string;
  /** 12 digits. */
  readonly divisionCode: string;
}

/** A row that bears somebody else's number (重号). */
export interface NumberSplit {
  readonly agency: string;
  readonly sourceKey: string;
  /** Id of the number, under which the other person's rows stand. */
  readonly numberId: string;
  readonly grounds: readonly string[];
}

/** What connects a child with other people and places, apart from the rows of its own. */
export interface KinAndPlaces {
  /** Who looks after the child, as far as a register has a valid number of them. */
  readonly guardians: readonly Guardian[];
  readonly households: readonly Household[];
  /** Every village that a register connects with the child. */
  readonly places: readonly Place[];
  /** Rows of this id that an agency keeps apart from the person whose number they bear. */
  readonly splits: readonly NumberSplit[];
}

export interface CollectingKinAndPlaces extends KinAndPlaces {
  readonly guardians: Guardian[];
  readonly households: Household[];
  readonly places: Place[];
  readonly splits: NumberSplit[];
}

const HOUSEHOLD_COLUMNS = ['householdId', 'householdCode'] as const;
const PLACE_COLUMNS = [
  'registeredDivisionCode',
  'residenceDivisionCode',
  'localDivisionCode',
  'addressDivisionCode',
] as const;

/** @param row as its agency stores it, by property name. */
export function takeKinAndPlaces(
  into: CollectingKinAndPlaces,
  agency: string,
  table: string,
  row: Readonly<Record<string, unknown>>,
): void {
  const { guardianId, sourceKey, numberId, grounds } = row;
  if (isText(guardianId)) into.guardians.push({ agency, guardianId });
  for (const column of HOUSEHOLD_COLUMNS) {
    const key = row[column];
    if (isText(key)) into.households.push({ agency, key });
  }
  for (const column of PLACE_COLUMNS) {
    const divisionCode = row[column];
    if (isText(divisionCode)) into.places.push({ agency, divisionCode });
  }
  if (table === 'student_split' && isText(sourceKey) && isText(numberId))
    into.splits.push({
      agency,
      sourceKey,
      numberId,
      grounds: Array.isArray(grounds) ? grounds.map(String) : [],
    });
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

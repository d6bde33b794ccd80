import type { EntitySchema } from '@mikro-orm/postgresql';
import type { DataClass } from '../../../policies/purposes.js';

/** Rows of a unit, such as a household, belong to the children whose own rows point to it. */
export interface RosterMembers {
  /** The children's rows: one for each membership, with a `studentId`. */
  readonly entity: EntitySchema;
  /** Property of the unit, and of the member that names it. */
  readonly key: string;
  readonly memberKey: string;
}

/** A table that leaves in the agency's roster, and what of it does. */
export interface RosterTable {
  readonly entity: EntitySchema;
  /** Classes of the personal data in its columns. */
  readonly holds: readonly DataClass[];
  /** Codes of the agency's registers that its rows come with; they leave when one of them is pinned. */
  readonly registers: readonly string[];
  /** Properties; nothing else of the table leaves. */
  readonly columns: readonly string[];
  /** Property without which a row says nothing to a comparison: rows whose value is null stay where they are. */
  readonly onlyWith?: string;
  /** How a row's child is found; by its own `studentId` if left out. */
  readonly members?: RosterMembers;
}

/** What children belong to, such as schools: the whole of it goes with the pin. */
export interface RosterPlaces {
  readonly entity: EntitySchema;
  readonly columns: readonly string[];
  /** Property of which the values are listed, in order, for each combination of the columns. */
  readonly listed?: string;
}

export function rosterPlaces<Row extends object>(places: {
  readonly entity: EntitySchema<Row>;
  readonly columns: readonly (keyof Row & string)[];
  readonly listed?: keyof Row & string;
}): RosterPlaces {
  return places;
}

/** Columns that tell a person, in a table that keeps the number; only a holder of the column key can open it. */
export const NUMBERED_PERSON = [
  'name',
  'sex',
  'birthDate',
  'residentIdNumberSealed',
  'maskedResidentIdNumber',
  'birthDateInNumber',
] as const;

/** Checks the properties against the entities; the kit handles the result whatever its columns. */
export function rosterTable<Row extends object, Member extends { studentId: string }>(table: {
  readonly entity: EntitySchema<Row>;
  readonly holds: readonly DataClass[];
  readonly registers: readonly string[];
  readonly columns: readonly (keyof Row & string)[];
  readonly onlyWith?: keyof Row & string;
  readonly members?: {
    readonly entity: EntitySchema<Member>;
    readonly key: keyof Row & string;
    readonly memberKey: keyof Member & string;
  };
}): RosterTable {
  return table;
}

/** A register whose unit is the household: its state stands in one row, which the members' rows point to. */
export interface HouseholdSource {
  readonly agency: string;
  readonly household: string;
  readonly householdKey: string;
  readonly member: string;
  readonly memberKey: string;
}

export const HOUSEHOLD_SOURCES: readonly HouseholdSource[] = [
  {
    agency: 'poverty',
    household: 'poverty_household',
    householdKey: 'code',
    member: 'poverty_household_member',
    memberKey: 'householdCode',
  },
];

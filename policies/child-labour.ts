/** The two duties of the labour bureau that end its part of a case; null or undefined until done. */
export interface LabourDuties {
  readonly returnedOn?: string | null;
  readonly schoolContactedOn?: string | null;
}

/**
 * A case is open until the child has been returned and its school contacted: both are the bureau's own duties
 * (责令限期将童工送回原居住地; 督促联系学校入学). Whether the child then enrolled is the school's record.
 */
export function isOpenLabourCase({ returnedOn, schoolContactedOn }: LabourDuties): boolean {
  return returnedOn == null || schoolContactedOn == null;
}

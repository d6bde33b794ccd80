import type { MissKind } from './miss-kinds.js';

const NOT_HERE =
  'Registered here, and no register of the county knows more: only somebody who asks can tell.';

/** Classes that show alike in every register of the county until somebody has been there. */
const TOLD_BY_VISITS: Readonly<Record<string, string>> = {
  ABROAD: NOT_HERE,
  EMPTY_REGISTRATION: NOT_HERE,
  PERSON_NOT_FOUND: NOT_HERE,
  IN_SCHOOL_OUT_OF_COUNTY: NOT_HERE,
  IN_SCHOOL_OUT_OF_PROVINCE: NOT_HERE,
  IN_SCHOOL_ELSEWHERE_UNREGISTERED: NOT_HERE,
};

/** By age it may have finished, and neither a status nor a graduation is on record. */
const MAY_HAVE_FINISHED =
  'Fifteen and without any record: as if it had finished grade 9 and the record were missing.';

/** Why no register could tell; null where one could, so that a rule is at fault. */
export function reasonOf(kind: MissKind, errorClass: string, proposed: readonly string[]): string | null {
  switch (kind) {
    case 'NAMED_SECOND':
      return 'Told as well; what sends somebody sooner comes first.';
    case 'OTHER_PROPOSAL':
      return TOLD_BY_VISITS[errorClass] ?? null;
    case 'NOBODY_SENT_BY_REGISTERS':
      return proposed.includes('COMPLETED') ? MAY_HAVE_FINISHED : null;
    default:
      return null;
  }
}

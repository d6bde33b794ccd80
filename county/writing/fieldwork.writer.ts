import { createHash } from 'node:crypto';
import { isoOf } from '../day-numbers.js';
import type {
  DispositionCode,
  EducationView,
  EvidenceItem,
  FieldworkView,
  ScreeningVisit,
} from '../views.js';
import { expectedDispositionOf } from '../errors/expected-disposition.js';
import { dropoutCaseOf } from './dropout-case.js';
import { keyIn, type Writing } from './writer.js';

/** Kind of paper that settles each disposition, where field workers can get one. */
const EVIDENCE: Partial<Record<DispositionCode, EvidenceItem['kind']>> = {
  EMPTY_REGISTRATION: 'VILLAGE_CERTIFICATE',
  PERSON_NOT_FOUND: 'POLICE_CERTIFICATE',
  DECEASED: 'VILLAGE_CERTIFICATE',
  IN_SCHOOL_OUT_OF_COUNTY: 'SCHOOL_CERTIFICATE',
  IN_SCHOOL_OUT_OF_PROVINCE: 'PHOTO',
  IN_SCHOOL_ELSEWHERE_UNREGISTERED: 'PHONE_RECORD',
  ABROAD: 'BORDER',
  COMPLETED: 'GRADUATION',
  MEDICALLY_UNABLE: 'MEDICAL',
  LEGAL_CUSTODY: 'COURT',
  SPECIAL_PLACEMENT: 'VISIT_RECORD',
  CONFIRMED_NOT_ENROLLED: 'VISIT_RECORD',
  CONFIRMED_DROPOUT: 'VISIT_RECORD',
  RESIDENCE_MOVED: 'VILLAGE_CERTIFICATE',
};

/** Half of the differences that a visit can explain have been visited. */
const VISITED = 0.5;

function screeningsOf(writing: Writing): ScreeningVisit[] {
  const { world, family, child, random } = writing;
  const { errorClass } = child;
  const isShowcase = family.isShowcase && child.slot === 0;
  if (errorClass === null && !isShowcase) return [];
  if (errorClass === 'PENDING') return [];
  const visitedDay = world.calendar.asOf - random.int(2, 25);
  const visit = (daysEarlier: number, code: DispositionCode | null): ScreeningVisit => {
    const kind = code && EVIDENCE[code];
    const number = `ZM${keyIn('education', writing, 20).slice(2)}`;
    return {
      visitedOn: isoOf(visitedDay - daysEarlier),
      visitorPost: random.pick(['VILLAGE_CADRE', 'TOWNSHIP_OFFICER', 'CLASS_TEACHER'] as const),
      proposedDisposition: code,
      evidence: kind
        ? [
            {
              kind,
              number,
              issuer: world.county.name,
              issuedOn: isoOf(visitedDay - daysEarlier),
              sha256: createHash('sha256').update(`scan of ${number}`).digest('hex'),
            },
          ]
        : [],
    };
  };
  if (errorClass === null) return [visit(0, null)];
  if (errorClass === 'UNRESOLVED') return [visit(30, null), visit(0, null)];
  const code = expectedDispositionOf(errorClass);
  return EVIDENCE[code] && random.chance(VISITED) ? [visit(0, code)] : [];
}

/**
 * Visits and casework about the child; null when nobody has had a reason to go.
 * @param education what the school itself has recorded.
 */
export function writeFieldwork(writing: Writing, education: EducationView | null): FieldworkView | null {
  const screenings = screeningsOf(writing);
  const facts = dropoutCaseOf(writing, education, screenings);
  if (screenings.length === 0 && !facts) return null;
  return { residenceDivision: writing.family.home.residenceVillage, screenings, dropoutCase: facts };
}

import { isoOf } from '../day-numbers.js';
import type {
  DispositionCode,
  DropoutCaseFacts,
  ErrorClass,
  EvidenceItem,
  FieldworkView,
  PersuasionVisit,
  ScreeningVisit,
} from '../views.js';
import { expectedDispositionOf } from '../errors/expected-disposition.js';
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
/** Reports that a school owed and did not write (瞒报漏报). */
const REPORT_OMITTED = 0.15;

function screeningsOf(writing: Writing): ScreeningVisit[] {
  const { world, family, child, random } = writing;
  const { errorClass } = child;
  const isShowcase = family.isShowcase && child.slot === 0;
  if (errorClass === null && !isShowcase) return [];
  if (errorClass === 'PENDING') return [];
  const visitedDay = world.calendar.asOf - random.int(2, 25);
  const visit = (daysEarlier: number, code: DispositionCode | null): ScreeningVisit => {
    const kind = code && EVIDENCE[code];
    return {
      visitedOn: isoOf(visitedDay - daysEarlier),
      visitorPost: random.pick(['VILLAGE_CADRE', 'TOWNSHIP_OFFICER', 'CLASS_TEACHER'] as const),
      proposedDisposition: code,
      evidence: kind
        ? [
            {
              kind,
              number: `ZM${keyIn('education', writing, 20).slice(2)}`,
              issuer: world.county.name,
              issuedOn: isoOf(visitedDay - daysEarlier),
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

const WITH_CASE: ReadonlySet<ErrorClass> = new Set([
  'CONFIRMED_NOT_ENROLLED',
  'CONFIRMED_DROPOUT',
  'CHILD_LABOUR',
  'MISSING_REPORTED',
  'RETURNED',
]);

function dropoutCase({ world, child, random }: Writing): DropoutCaseFacts | null {
  if (!child.errorClass || !WITH_CASE.has(child.errorClass) || !child.dropoutReason) return null;
  const { asOf } = world.calendar;
  const isReturned = child.errorClass === 'RETURNED';
  const leftDay = child.outSince ?? Math.max(world.calendar.yearStart, asOf - 60);
  const openedDay = isReturned ? asOf - 150 : Math.min(asOf, leftDay + random.int(3, 10));
  const returnedDay = isReturned ? asOf - 45 : null;
  const visits = Array.from({ length: isReturned ? 3 : random.int(0, 3) }, (_, index): PersuasionVisit => ({
    visitedOn: isoOf(Math.min(asOf, openedDay + 5 + index * 12)),
    participants: ['TOWNSHIP_OFFICER', 'VILLAGE_CADRE', ...(index === 0 ? (['CLASS_TEACHER'] as const) : [])],
    result:
      isReturned && index === 2 ? 'RETURNED' : random.pick(['COMMITTED', 'REFUSED', 'NOT_MET'] as const),
  }));
  return {
    openedOn: isoOf(openedDay),
    reason: child.dropoutReason,
    lastSchoolCode: child.schooling === 'NEVER_ENROLLED' ? null : (child.school?.code ?? null),
    reportedOn: random.chance(REPORT_OMITTED) ? null : isoOf(Math.min(asOf, openedDay + random.int(0, 3))),
    persuasionVisits: visits,
    returnedOn: returnedDay === null ? null : isoOf(returnedDay),
    returnSchoolCode: isReturned ? (child.school?.code ?? null) : null,
  };
}

/** Visits and casework about the child; null when nobody has had a reason to go. */
export function writeFieldwork(writing: Writing): FieldworkView | null {
  const screenings = screeningsOf(writing);
  const facts = dropoutCase(writing);
  if (screenings.length === 0 && !facts) return null;
  return { residenceDivision: writing.family.home.residenceVillage, screenings, dropoutCase: facts };
}

import { isoOf } from '../day-numbers.js';
import { childLabourFinding } from '../frame/labour-inspections.js';
import type { FormerDropout } from '../population/draft.js';
import type { ChildLabourCase, GuardianWorkingAway, LabourView } from '../views.js';
import { filedDivision, keyIn, writtenIdentity, type Writing } from './writer.js';

/** The register of workers away is kept by villages and misses some. */
const WORKERS_KNOWN = 0.9;

/** Registered once per family, so the draw must not depend on the child. */
function workingAway({ family }: Writing): GuardianWorkingAway[] {
  const isKnown = family.isShowcase || (family.index * 0.6180339887) % 1 < WORKERS_KNOWN;
  if (!isKnown) return [];
  return [family.father, family.mother].flatMap(({ role, away }) =>
    away
      ? [
          {
            guardian: role,
            destinationName: away.place.name,
            destinationCountyCode: away.place.countyCode,
            industry: away.industry,
            since: isoOf(away.sinceDay),
            until: null,
          },
        ]
      : [],
  );
}

/** A child whom a complaint had found at work, and who is back in school: the case ends with the enrolment. */
function endedCase(writing: Writing, { leftDay, returnedDay }: FormerDropout): ChildLabourCase {
  const { employerKey } = childLabourFinding(writing.world, writing.family.index);
  const foundDay = returnedDay - 20;
  return {
    caseNumber: `TG${keyIn('labour', writing, 1).slice(2)}`,
    employerKey,
    inspectionKey: null,
    foundOn: isoOf(foundDay),
    workStartedOn: isoOf(leftDay + 5),
    orderIssuedOn: isoOf(foundDay + 1),
    returnDueOn: isoOf(foundDay + 8),
    returnedOn: isoOf(foundDay + 6),
    handedTo: 'PARENTS',
    schoolContactedOn: isoOf(foundDay + 7),
    enrolledOn: isoOf(returnedDay),
    ageEvidence: 'STUDENT_STATUS',
    costBearer: 'EMPLOYER',
    transferredTo: null,
  };
}

/** A child found at work, ordered back; the employer is one of the county's, found by one of its inspections. */
function labourCases(writing: Writing): ChildLabourCase[] {
  const { world, family, child, random } = writing;
  if (child.formerDropout?.reason === 'CHILD_LABOUR') return [endedCase(writing, child.formerDropout)];
  if (child.errorClass !== 'CHILD_LABOUR') return [];
  const { employerKey, inspectionKey, foundDay } = childLabourFinding(world, family.index);
  const orderDay = foundDay + 1;
  const returnDueDay = orderDay + 7;
  const returnedDay = orderDay + random.int(3, 12);
  const isReturned = returnedDay <= world.calendar.asOf && random.chance(0.6);
  return [
    {
      caseNumber: `TG${keyIn('labour', writing, 1).slice(2)}`,
      employerKey,
      inspectionKey,
      foundOn: isoOf(foundDay),
      workStartedOn: isoOf((child.outSince ?? foundDay - 30) + random.int(1, 9)),
      orderIssuedOn: isoOf(orderDay),
      returnDueOn: isoOf(returnDueDay),
      returnedOn: isReturned ? isoOf(returnedDay) : null,
      handedTo: isReturned ? random.pick(['PARENTS', 'GRANDPARENTS', 'TOWNSHIP'] as const) : null,
      schoolContactedOn: isReturned ? isoOf(returnedDay) : null,
      enrolledOn: null,
      ageEvidence: random.split(47).chance(0.7) ? 'HOUSEHOLD_REGISTER' : 'STUDENT_STATUS',
      costBearer: isReturned ? 'EMPLOYER' : null,
      transferredTo: returnDueDay < world.calendar.asOf && !isReturned ? 'MARKET_SUPERVISION' : null,
    },
  ];
}

/** What the labour registers hold of the child; null when nothing. */
export function writeLabour(writing: Writing): LabourView | null {
  const childLabourCases = labourCases(writing);
  const guardiansWorkingAway = workingAway(writing);
  if (childLabourCases.length === 0 && guardiansWorkingAway.length === 0) return null;
  return {
    identity: writtenIdentity('labour', writing),
    sourceKey: keyIn('labour', writing),
    residenceDivision: filedDivision(writing.family, writing.world.county.code),
    childLabourCases,
    guardiansWorkingAway,
  };
}

import { addDays, type IsoDate } from '../../policies/iso-date.js';
import type { HouseholdBasis } from '../../subgraphs/coordination/casework/household-plan.enums.js';
import { PlanChildEntity, type PlanChild } from '../../subgraphs/coordination/casework/plan-child.entity.js';
import type { Child, DropoutCaseFacts } from '../views.js';
import { accountOf, chanceOf } from './deeds.js';
import { numberOfCase, numberOfHouseholdPlan, writePlanOfHousehold } from './plan.registers.js';
import type { NewRow, RowSink } from './row-sink.js';

/** A child of a family, with the id by which people in the field know it. */
export interface KnownChild {
  readonly child: Child;
  readonly studentId: string;
}

/** Of a hundred brothers and sisters, how many join the plan, and how many of those leave it again; made up. */
const JOINING = 70;
const LEAVING = 20;
/** A plan is first told to the family in the days after it was drawn up. */
const FIRST_DAYS = 7;
const STAY_DAYS = 14;

/** A place on a household's plan, taken or free. */
export interface PlanPlace {
  readonly planNumber: string;
  readonly studentId: string;
  readonly basis: HouseholdBasis;
}

/** Which brothers and sisters a written plan is for, and which it could be for. */
export interface PlanPlaces {
  readonly taken: readonly PlanPlace[];
  readonly free: readonly PlanPlace[];
}

/** The household's plan that a child's case called for, with those brothers and sisters who joined it. */
export function writeHouseholdPlan(
  subject: KnownChild,
  family: readonly KnownChild[],
  sink: RowSink,
): PlanPlaces {
  const facts = caseWithPlan(subject.child);
  if (!facts) return { taken: [], free: [] };
  const number = numberOfCase(subject.child.key, facts, sink);
  const places = family.flatMap((sibling): SiblingPlace[] => {
    const basis = sharedRegister(subject.child, sibling.child);
    // Who has a household plan of its own is on that one.
    if (sibling.studentId === subject.studentId || !basis || caseWithPlan(sibling.child)) return [];
    return [{ ...sibling, planNumber: numberOfHouseholdPlan(number), basis }];
  });
  const rows = places.flatMap((place) => stayOnPlan(place, facts, sink));
  const onPlan = new Set(rows.flatMap(({ studentId, leftOn }) => (leftOn === null ? [studentId] : [])));
  writePlanOfHousehold({ studentId: subject.studentId, number, childCount: 1 + onPlan.size }, facts, sink);
  for (const row of rows) sink.insert(PlanChildEntity, row);
  const { taken = [], free = [] } = Object.groupBy(places, ({ studentId }) =>
    onPlan.has(studentId) ? 'taken' : 'free',
  );
  return { taken, free };
}

/** A suspicion is checked first: no plan answers it yet. */
function caseWithPlan({ fieldwork }: Child): DropoutCaseFacts | null {
  const facts = fieldwork?.dropoutCase;
  return facts?.hasHouseholdPlan && facts.state !== 'SUSPECTED' ? facts : null;
}

type SiblingPlace = PlanPlace & KnownChild;

/** The row of a child that joined, and may have left again; none of one that did not join. */
function stayOnPlan(
  { child, studentId, planNumber, basis }: SiblingPlace,
  { openedOn, closedOn }: DropoutCaseFacts,
  sink: RowSink,
): NewRow<PlanChild>[] {
  const place = `${planNumber} ${child.key}`;
  const joinedOn = addDays(openedOn, chanceOf(place, 'day') % FIRST_DAYS);
  const lastDay = closedOn ?? sink.asOf;
  if (joinedOn > lastDay || chanceOf(place, 'joins') >= JOINING) return [];
  const leftOn = addDays(joinedOn, STAY_DAYS);
  const hasLeft = leftOn <= lastDay && chanceOf(place, 'leaves') < LEAVING;
  const account = accountOf('TOWNSHIP');
  return [
    {
      studentId,
      planNumber,
      caseNumber: openCaseAt(child, joinedOn, sink),
      basis,
      joinedOn,
      joinedBy: account,
      leftOn: hasLeft ? leftOn : null,
      leftBy: hasLeft ? account : null,
    },
  ];
}

/** What says that two children are of one household; null if no register does. */
function sharedRegister(one: Child, other: Child): HouseholdBasis | null {
  const [page, otherPage] = [one, other].map(({ police }) => police?.registrations[0]?.householdNumber);
  if (page !== undefined && page === otherPage) return 'HOUSEHOLD_REGISTER';
  const [poor, otherPoor] = [one, other].map(({ poverty }) => poverty?.household?.householdCode);
  return poor !== undefined && poor === otherPoor ? 'POVERTY_REGISTER' : null;
}

function openCaseAt({ key, fieldwork }: Child, day: IsoDate, sink: RowSink): string | null {
  const facts = fieldwork?.dropoutCase;
  const isOpen = facts && facts.openedOn <= day && (facts.closedOn === null || facts.closedOn > day);
  return isOpen ? `GC${numberOfCase(key, facts, sink)}` : null;
}

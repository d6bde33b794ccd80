import { currentStatus, ON_THE_ROLL } from '../../../policies/current-status.js';
import type { ChildFacts } from '../register/child-facts.js';
import type { FactTables } from '../register/fact-tables.js';
import { latestBy } from './rule-context.js';

export type StatusFact = FactTables['studentStatus'];

/** The school still answers for the child: status is kept until it returns (为其保留学籍, 青政办发〔2018〕49号 三（一）3). */
const SCHOOL_ANSWERS = new Set([...ON_THE_ROLL, 'DROPPED_OUT', 'MISSING', 'STOPPED']);

/** The record that says where the child is now. */
export function currentStatusOf({ rows }: ChildFacts): StatusFact | null {
  return currentStatus(rows.studentStatus);
}

export interface SchoolPlace {
  readonly schoolCode: string;
  readonly classCode: string | null;
  /** YYYY-MM-DD from which the place is held. */
  readonly since: string;
}

/**
 * Every school that answers for the child today, the current one first: two records on the roll give two, until
 * one is cleared.
 */
export function schoolPlacesOf(facts: ChildFacts): SchoolPlace[] {
  const { rows } = facts;
  const current = currentStatusOf(facts);
  const places: SchoolPlace[] = rows.studentStatus
    .toSorted((a, b) => Number(b === current) - Number(a === current))
    .filter(({ status }) => SCHOOL_ANSWERS.has(status))
    .map(({ schoolCode, classCode, enrolledOn }) => ({ schoolCode, classCode, since: enrolledOn }));
  const extra = latestBy(rows.rollCall, ({ calledOn }) => calledOn);
  if (extra?.finding === 'EXTRA')
    places.push({ schoolCode: extra.schoolCode, classCode: extra.classCode, since: extra.calledOn });
  const placement = latestBy(rows.educationPlacement, ({ decidedOn }) => decidedOn);
  if (placement)
    places.push({ schoolCode: placement.schoolCode, classCode: null, since: placement.decidedOn });
  return places;
}

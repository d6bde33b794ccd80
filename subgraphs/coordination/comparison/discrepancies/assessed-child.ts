import { isOnTheRoll } from '../../../../policies/current-status.js';
import type { AbsenceSpell } from '../../../../policies/absence-spells.js';
import type { RecordedIdentity } from '../../register/child-facts.js';
import type { FactTables } from '../../register/fact-tables.js';
import { currentStatusOf, type StatusFact } from '../../standing/current-schooling.js';
import { latestBy } from '../../standing/rule-context.js';
import { suspectedAbsenceOf } from '../../standing/suspected-absence.js';
import { masterIdentityOf, type AgeBand } from '../child-identity.js';
import type { ComparedChild, ComparisonContext } from './compared-child.js';
import { explainAbsence, type Explanation } from './explain-absence.js';

/** A child with what most rules ask first, worked out once: a run asks it of every child of the county. */
export interface AssessedChild extends ComparedChild {
  readonly identity: RecordedIdentity | null;
  /** Null where no register says when the child was born. */
  readonly band: AgeBand | null;
  /** The record that says where the child is now. */
  readonly status: StatusFact | null;
  readonly isOnRoll: boolean;
  readonly call: FactTables['rollCall'] | undefined;
  /** The open spell of unexcused absence of a pupil on the roll, long enough to be suspected. */
  readonly spell: AbsenceSpell | null;
  readonly openCase: FactTables['dropoutCase'] | undefined;
  readonly explanation: () => Explanation | null;
}

/** @param bandOf of a birth date. */
export function assess(
  child: ComparedChild,
  bandOf: (birthDate: string) => AgeBand,
  context: ComparisonContext,
): AssessedChild {
  const { facts } = child;
  const { rows } = facts;
  const identity = masterIdentityOf(facts);
  const status = currentStatusOf(facts);
  const isOnRoll = status !== null && isOnTheRoll(status);
  const isMissedUnexcused = isOnRoll && rows.absence.some(({ state }) => state === 'UNEXCUSED');
  let explained: { readonly explanation: Explanation | null } | null = null;
  return {
    ...child,
    identity,
    band: identity && bandOf(identity.birthDate),
    status,
    isOnRoll,
    call: latestBy(rows.rollCall, ({ calledOn }) => calledOn),
    spell: isMissedUnexcused ? suspectedAbsenceOf(facts, context) : null,
    openCase: latestBy(
      rows.dropoutCase.filter(({ returnedOn, closedOn }) => returnedOn === null && closedOn === null),
      ({ openedOn }) => openedOn,
    ),
    explanation: () => (explained ??= { explanation: explainAbsence(facts, context) }).explanation,
  };
}

import { isOnTheRoll } from '../../../../policies/current-status.js';
import { nameKeyOf } from '../../../_kit/identity/name-key.js';
import { registrationOf } from '../../standing/residence.js';
import { ageBandOf } from '../child-identity.js';
import type { MatchEvidence } from '../matching/match-tiers.js';
import type { AssessedChild } from './assessed-child.js';
import type { ComparisonContext } from './compared-child.js';
import type { Finding } from './discrepancy.js';
import { says } from './evidence.js';

/** Two persons on one number (重号): which rows are whose is for police to decide. */
export function duplicateId({ facts }: AssessedChild): Finding | null {
  const [split] = facts.splits;
  return split
    ? {
        evidence: [{ agency: split.agency, register: 'SPLIT', what: 'OTHER_PERSON_ON_NUMBER', asOf: null }],
        proposal: 'DUPLICATE_ID_REFERRED',
        subject: split.agency,
      }
    : null;
}

/** Dead in one register and alive in the other (死亡未注销). */
export function deceasedInOneRegister({ facts, status, isOnRoll }: AssessedChild): Finding | null {
  const registration = registrationOf(facts);
  const cancelled = registration?.cancelReason === 'DEATH';
  const endedByDeath = status?.status === 'DECEASED';
  const isAliveElsewhere =
    (cancelled && isOnRoll) ||
    (endedByDeath && registration !== undefined && registration.cancelledOn === null);
  if (!isAliveElsewhere) return null;
  return {
    evidence: [
      says(
        'resident',
        cancelled ? 'REGISTRATION_CANCELLED' : 'REGISTERED',
        registration?.cancelledOn ?? null,
      ),
      says('studentStatus', endedByDeath ? 'OFF_THE_ROLL' : 'ON_THE_ROLL', status?.leftOn ?? null),
    ],
    proposal: 'DECEASED',
  };
}

/** One person, two registrations (双重户籍), on one id or proposed to be one. */
export function duplicateRegistration(child: AssessedChild): Finding | null {
  const standing = child.facts.rows.resident.filter(({ cancelledOn }) => cancelledOn === null);
  const isProposed = isSuggested(child, 'BOTH_REGISTERED');
  if (standing.length < 2 && !isProposed) return null;
  return {
    evidence: [
      ...standing.map(({ registeredOn }) => says('resident', 'REGISTERED', registeredOn)),
      ...(isProposed ? [says('resident', 'SUGGESTED_MATCH', null)] : []),
    ],
    proposal: 'DUPLICATE_HOUSEHOLD',
  };
}

/** Two records on a roll (双重学籍), on one id or proposed to be one. */
export function duplicateStatus(child: AssessedChild): Finding | null {
  const onRoll = child.facts.rows.studentStatus.filter(isOnTheRoll);
  const isProposed = isSuggested(child, 'BOTH_ON_THE_ROLL');
  if (onRoll.length < 2 && !isProposed) return null;
  return {
    evidence: [
      ...onRoll.map(({ enrolledOn }) => says('studentStatus', 'ON_THE_ROLL', enrolledOn)),
      ...(isProposed ? [says('studentStatus', 'SUGGESTED_MATCH', null)] : []),
    ],
    proposal: 'DUPLICATE_STATUS',
  };
}

/** The birth date beside a number is not the one inside it: a child can look due a year early. */
export function birthDateContradictsNumber(
  { facts }: AssessedChild,
  context: ComparisonContext,
): Finding | null {
  const wrong = facts.identities.find(
    ({ birthDate, birthDateInNumber }) => birthDateInNumber !== null && birthDateInNumber !== birthDate,
  );
  if (!wrong?.birthDateInNumber) return null;
  const looks = ageBandOf(wrong.birthDate, context);
  const isTooYoung =
    ageBandOf(wrong.birthDateInNumber, context) === 'TOO_YOUNG' && !isBorneOut(wrong.birthDate, facts);
  return {
    evidence: [{ agency: wrong.agency, register: 'IDENTITY', what: 'OTHER_BIRTH_DATE', asOf: null }],
    proposal: isTooYoung && looks !== 'TOO_YOUNG' ? 'NOT_YET_DUE' : 'ID_CORRECTED',
    subject: wrong.agency,
  };
}

/** Another row has the birth date with a number that says the same: then it is the number beside this one that is wrong. */
function isBorneOut(birthDate: string, { identities }: AssessedChild['facts']): boolean {
  return identities.some((other) => other.birthDate === birthDate && other.birthDateInNumber === birthDate);
}

/** A register goes on with a number that police have replaced: both join, and the register is corrected. */
export function formerNumberInUse({ links }: AssessedChild): Finding | null {
  const link = links.find(({ tier }) => tier === 'ALIAS');
  return link ? { evidence: [says('resident', 'FORMER_NUMBER', null)], proposal: 'ID_CHANGED' } : null;
}

/**
 * The school's number is missing, fails the national check, or is not the one by which police know the child. A
 * child taught here whom police do not know at all is another matter, and so are two persons on one number.
 */
export function numberInvalid({ facts, links, status }: AssessedChild): Finding | null {
  const isKnownToPolice = facts.identities.some(({ agency }) => agency === 'police');
  if (!status || !isKnownToPolice || facts.splits.length > 0) return null;
  const isJoined = links.some(({ tier }) => tier !== 'ALIAS');
  const isUnverified = status.idVerification === 'FAILED' || status.idVerification === 'NOT_DONE';
  if (!isJoined && !isUnverified) return null;
  const what = isUnverified
    ? status.idVerification === 'NOT_DONE'
      ? 'NUMBER_MISSING'
      : 'NUMBER_NOT_VERIFIED'
    : 'OTHER_NUMBER';
  return { evidence: [says('studentStatus', what, status.enrolledOn)], proposal: 'ID_CORRECTED' };
}

/** One number, another name: the police form is the master. Another dot or another width is no other name. */
export function nameMismatch({ facts, identity }: AssessedChild): Finding | null {
  if (!identity) return null;
  const own = identity.name;
  const other = facts.identities.find(({ name }) => name !== own && nameKeyOf(name) !== nameKeyOf(own));
  return other
    ? {
        evidence: [{ agency: other.agency, register: 'IDENTITY', what: 'OTHER_NAME', asOf: null }],
        proposal: 'NAME_CORRECTED',
        subject: other.agency,
      }
    : null;
}

function isSuggested({ suggestions }: AssessedChild, code: MatchEvidence): boolean {
  return suggestions.some(({ evidence }) => evidence.includes(code));
}

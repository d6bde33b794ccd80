import {
  isResidentIdNumber,
  normaliseResidentIdNumber,
} from '../../subgraphs/_kit/identity/resident-id-number.js';
import type { StudentIdentifier } from '../../subgraphs/_kit/identity/student-id.js';
import type { SplitGround, StudentSplit } from '../../subgraphs/_kit/student/student-split.entity.js';
import { nameKeyOf } from '../../subgraphs/_kit/identity/name-key.js';
import type { IdentifiedRecord, RecordedIdentity } from '../views.js';

/** Opaque ids of one agency's records, as its import would give them. */
export interface AgencyIdentities {
  /** @returns the same id for the same row key every time. */
  of(record: IdentifiedRecord): string;
  ofNumber(residentIdNumber: string | null): string | null;
  /** Id under which the row with this key was stored; undefined while it was not. */
  storedId(sourceKey: string): string | undefined;
}

/**
 * Two records on one number that disagree on birth date, sex or whole name are two persons: the later one gets an
 * id of its own, so that nothing joins them until a person decides. Twins of one sex differ in the name alone.
 *
 * @param onSplit told of each record that is kept apart.
 */
export function createAgencyIdentities(
  identifier: StudentIdentifier,
  agency: string,
  onSplit: (split: StudentSplit) => void = () => undefined,
): AgencyIdentities {
  const firstOnNumber = new Map<string, RecordedIdentity>();
  const stored = new Map<string, string>();

  function ofNumber(raw: string | null): string | null {
    if (raw === null) return null;
    const number = normaliseResidentIdNumber(raw);
    return isResidentIdNumber(number) ? identifier.ofNumber(number) : null;
  }

  function identify({ identity, sourceKey }: IdentifiedRecord): string {
    const numberId = ofNumber(identity.residentIdNumber);
    if (numberId === null) return identifier.provisional(agency, sourceKey);
    const first = firstOnNumber.get(numberId) ?? identity;
    firstOnNumber.set(numberId, first);
    const grounds = groundsOfSplit(first, identity);
    if (grounds.length === 0) return numberId;
    const studentId = identifier.provisional(agency, sourceKey);
    onSplit({ sourceKey, studentId, numberId, grounds });
    return studentId;
  }

  return {
    ofNumber,
    storedId: (sourceKey) => stored.get(sourceKey),
    of(record) {
      const id = stored.get(record.sourceKey) ?? identify(record);
      stored.set(record.sourceKey, id);
      return id;
    },
  };
}

/** What sets two persons on one number apart; a harmless way of writing a name does not. */
function groundsOfSplit(first: RecordedIdentity, second: RecordedIdentity): SplitGround[] {
  const grounds: SplitGround[] = [];
  if (first.birthDate !== second.birthDate) grounds.push('BIRTH_DATE');
  if (first.sex !== second.sex) grounds.push('SEX');
  if (nameKeyOf(first.name) !== nameKeyOf(second.name)) grounds.push('NAME');
  return grounds;
}

import {
  isResidentIdNumber,
  normaliseResidentIdNumber,
} from '../../subgraphs/_kit/identity/resident-id-number.js';
import type { StudentIdentifier } from '../../subgraphs/_kit/identity/student-id.js';
import type { IdentifiedRecord, RecordedIdentity } from '../views.js';

/** Opaque ids of one agency's records, as its import would give them. */
export interface AgencyIdentities {
  of(record: IdentifiedRecord): string;
  ofNumber(residentIdNumber: string | null): string | null;
}

/**
 * Two records on one number that disagree on birth date or sex are two persons: the later one gets an id of
 * its own, so that nothing joins them until a person decides.
 */
export function createAgencyIdentities(identifier: StudentIdentifier, agency: string): AgencyIdentities {
  const firstOnNumber = new Map<string, RecordedIdentity>();

  function ofNumber(raw: string | null): string | null {
    if (raw === null) return null;
    const number = normaliseResidentIdNumber(raw);
    return isResidentIdNumber(number) ? identifier.ofNumber(number) : null;
  }

  return {
    ofNumber,
    of({ identity, sourceKey }) {
      const id = ofNumber(identity.residentIdNumber);
      if (id === null) return identifier.provisional(agency, sourceKey);
      const first = firstOnNumber.get(id);
      if (!first) firstOnNumber.set(id, identity);
      const isSamePerson = !first || (first.birthDate === identity.birthDate && first.sex === identity.sex);
      return isSamePerson ? id : identifier.provisional(agency, sourceKey);
    },
  };
}

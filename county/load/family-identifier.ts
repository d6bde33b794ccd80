import type { StudentIdentifier } from '../../subgraphs/_kit/identity/student-id.js';

/** Remembers the ids of one family: each of its numbers stands in many records of many agencies. */
export interface FamilyIdentifier extends StudentIdentifier {
  forget(): void;
}

export function createFamilyIdentifier(identifier: StudentIdentifier): FamilyIdentifier {
  const known = new Map<string, string>();
  return {
    ofNumber(residentIdNumber) {
      const id = known.get(residentIdNumber) ?? identifier.ofNumber(residentIdNumber);
      known.set(residentIdNumber, id);
      return id;
    },
    provisional(agency, sourceKey) {
      const key = `${agency} ${sourceKey}`;
      const id = known.get(key) ?? identifier.provisional(agency, sourceKey);
      known.set(key, id);
      return id;
    },
    forAccessLog: (id) => identifier.forAccessLog(id),
    forget: () => known.clear(),
  };
}

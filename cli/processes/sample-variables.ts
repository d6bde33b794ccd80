import { randomUUID } from 'node:crypto';
import type { CountyManifest } from '../../county/county-manifest.js';
import type { CountySlug } from '../../county/views.js';
import { parseIsoDate } from '../../policies/iso-date.js';
import type { Settings } from '../../settings/settings.js';
import { generatedCounty } from './generated-county.js';

export type SampleVariables = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * Variables that let every saved operation answer something at the first click. For the development hub alone:
 * whoever reaches the explorer reads them without a token.
 */
export async function sampleVariables(settings: Pick<Settings, 'dataDir'>): Promise<SampleVariables> {
  const manifest = generatedCounty(settings);
  if (!manifest) return {};
  const { places, sampleStudentId, sampleHouseholdId, samplePlaces, countyCode } = manifest;
  return {
    '*': { division: countyCode, school: places?.school, id: sampleStudentId, household: sampleHouseholdId },
    Ledger: { scope: 'COUNTY', code: countyCode },
    HouseholdEducationRegister: { scope: 'COUNTY', code: countyCode },
    ...(places && { ScreeningAssignment: { code: await assignmentOf(places.village, manifest.asOf) } }),
    ...(samplePlaces.free && { JoinHouseholdPlan: { input: joining(samplePlaces.free) } }),
    ...(samplePlaces.taken && { LeaveHouseholdPlan: { input: leaving(samplePlaces.taken) } }),
    FindStudent: { input: await sampleFindStudentInput(manifest) },
  };
}

// The generator is loaded only where it is asked, since a gateway in service has no use for it.

async function assignmentOf(village: string, asOf: string): Promise<string> {
  const { censusAssignmentOf } = await import('../../county/registers/screening.registers.js');
  return censusAssignmentOf(village, asOf);
}

type PlaceOnPlan = NonNullable<CountyManifest['samplePlaces']['taken']>;

/** With a key of its own for each who loads the page: the same one again would be answered as before. */
const joining = (place: PlaceOnPlan) => ({ idempotencyKey: randomUUID(), ...place });
const leaving = ({ planNumber, studentId }: PlaceOnPlan) => ({
  idempotencyKey: randomUUID(),
  planNumber,
  studentId,
});

/** Number and name of the sample child. They are kept in no file: the seed makes the child again. */
async function sampleFindStudentInput({ county, children, seed, asOf }: CountyManifest) {
  const { families } = await import('../../county/generate-families.js');
  const { sampleChild } = await import('../../county/sample-child.js');
  const options = { county: county as CountySlug, children, seed, asOf: parseIsoDate(asOf) };
  const [showcase] = families(options, { from: 0, to: 1 });
  const sample = showcase && sampleChild(showcase);
  return sample && { residentIdNumber: sample.identity.residentIdNumber, name: sample.child.truth.name };
}

import { DISABILITY_SCOPES } from '../../../subgraphs/disability/scopes.js';
import type { TestCaller } from '../../support/callers.js';

/** The disabled persons' federation of the county that the tests are about, with every right to its records. */
export const federationOfficer: TestCaller = {
  agency: 'disability',
  slug: 'disability-officer',
  scopes: Object.values(DISABILITY_SCOPES),
  jurisdiction: [{ kind: 'DIVISION', code: '520625' }],
  purpose: 'CASE_HANDLING',
};

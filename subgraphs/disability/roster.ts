import { rosterSplits } from '../_kit/roster/roster-splits.js';
import { rosterTable } from '../_kit/roster/roster-table.js';
import { DisabilityCertificateEntity } from './certificate.entity.js';
import { ParentCertificateEntity } from './parent-certificate.entity.js';
import { PlacementRecommendationEntity } from './placement-recommendation.entity.js';
import { RegisteredChildEntity } from './registered-child.entity.js';
import { DISABILITY_REGISTERS } from './registers.js';

/** What the federation gives to comparison runs. */
export const DISABILITY_ROSTER = [
  // No other table of the agency says who a child is.
  rosterTable({
    entity: RegisteredChildEntity,
    holds: ['IDENTITY', 'DISABILITY'],
    registers: DISABILITY_REGISTERS.map(({ code }) => code),
    columns: ['name', 'sex', 'birthDate', 'residenceDivisionCode', 'sourceKey'],
  }),
  rosterSplits(DISABILITY_REGISTERS.map(({ code }) => code)),
  rosterTable({
    entity: DisabilityCertificateEntity,
    holds: ['DISABILITY'],
    registers: ['CERTIFICATES'],
    // A number inside the certificate that is not the child's is one it had before.
    columns: ['numberId', 'category', 'components', 'grade', 'issuedOn', 'expiresOn'],
  }),
  rosterTable({
    entity: ParentCertificateEntity,
    holds: ['GUARDIANS', 'DISABILITY'],
    registers: ['CERTIFICATES'],
    columns: ['parent', 'guardianId'],
  }),
  rosterTable({
    entity: PlacementRecommendationEntity,
    holds: ['DISABILITY'],
    registers: ['PLACEMENT_RECOMMENDATIONS'],
    columns: ['mode', 'recommendedOn'],
  }),
];

import { addDays, parseIsoDate } from '../../policies/iso-date.js';
import type { PolicyLibrary } from '../../policies/resolve-policy.js';
import { academicYearOf } from '../../policies/school-calendar.js';
import { idOfPledge, pledgeLinksAt } from '../../subgraphs/coordination/pledges/pledge-links.js';
import { ResponsibilityPledgeEntity } from '../../subgraphs/coordination/pledges/pledge.entity.js';
import type { CountyFrame } from '../views.js';
import { accountOf, chanceOf, placesOf } from './deeds.js';
import type { RowSink } from './row-sink.js';

/** Of a hundred pledges, those that nobody has signed: missing links are what one looks for. */
const UNSIGNED = 6;
/** The others are signed in the first days of the school year. */
const SIGNING_DAYS = 20;

/** The pledges of this school year that the policies ask for (目标责任书). */
export function writePledges(frame: CountyFrame, policies: PolicyLibrary, sink: RowSink): void {
  const asOf = parseIsoDate(sink.asOf);
  const academicYear = academicYearOf(asOf);
  const first = parseIsoDate(`${academicYear}-09-01`);
  for (const place of placesOf(frame))
    for (const link of pledgeLinksAt(place, policies.policyFor(place.divisionCode, asOf), academicYear)) {
      const id = idOfPledge(link);
      const signedOn = addDays(first, chanceOf(id, 'day') % SIGNING_DAYS);
      if (chanceOf(id, 'signed') < UNSIGNED || signedOn > asOf) continue;
      sink.insert(ResponsibilityPledgeEntity, {
        id,
        academicYear,
        placeCode: place.code,
        divisionCode: place.divisionCode,
        signedOn,
        documentNumber: `${academicYear}-${sink.opaqueKey('PLEDGE', id).slice(0, 8)}`,
        recordedBy: accountOf(link.grantor),
        recordedOn: signedOn,
        version: 1,
      });
    }
}

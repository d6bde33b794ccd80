import { addDays, parseIsoDate } from '../../policies/iso-date.js';
import { PriorityAreaEntity } from '../../subgraphs/coordination/priority-areas/priority-area.entity.js';
import type { CountyFrame } from '../views.js';
import { accountOf, chanceOf, placesOf } from './deeds.js';
import type { RowSink } from './row-sink.js';

/** Of a hundred villages those that are marked; a county's own policy need not name them. */
const MARKED = [
  ['ECOLOGICAL_MIGRATION', 4],
  ['FLOATING_POPULATION', 5],
] as const;
const MARKED_DAYS_AGO = 400;

/** Villages of the county that somebody has marked as priority areas (重点监测地区). */
export function writePriorityAreas(frame: CountyFrame, sink: RowSink): void {
  const villages = placesOf(frame).filter(({ kind }) => kind === 'VILLAGE');
  for (const [kind, ofHundred] of MARKED) {
    // A small county has one all the same.
    const marked = villages.filter(({ code }, index) => index === 0 || chanceOf(code, kind) < ofHundred);
    for (const { code } of marked)
      sink.insert(PriorityAreaEntity, {
        kind,
        divisionCode: code,
        since: addDays(parseIsoDate(sink.asOf), -MARKED_DAYS_AGO),
        endedOn: null,
        documentNumber: null,
        recordedBy: accountOf('COUNTY_EDUCATION'),
      });
  }
}

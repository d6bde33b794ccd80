import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import type { PinnedPlaces, PinnedRegister } from './roster-line.js';

/** One comparison run's hold on the registers as they stood at one moment. */
export const RosterPinEntity = defineEntity({
  name: 'RosterPinEntity',
  tableName: 'roster_pin',
  properties: {
    run: p.text().primary(),
    pinnedAt: p.datetime(),
    /** Codes that were asked for; null for every register. */
    asked: p.array().nullable(),
    registers: p.json().$type<readonly PinnedRegister[]>(),
    rows: p.integer(),
    /** By table. */
    places: p.json().$type<PinnedPlaces>(),
    /** Version of the change feed at that moment: what happened later stands behind it. */
    feedVersion: p.bigint('number'),
  },
});

export type RosterPin = InferEntity<typeof RosterPinEntity>;

/** What the registers said of one id when the run pinned them, ready to be sent. */
export const RosterRowEntity = defineEntity({
  name: 'RosterRowEntity',
  tableName: 'roster_row',
  properties: {
    run: p.text().primary(),
    // In byte order, in which all agencies' rosters are merged.
    canonicalId: p.text().collation('C').primary(),
    studentId: p.text().collation('C').primary(),
    /** JSON of a `RosterLine`. */
    line: p.text(),
  },
});

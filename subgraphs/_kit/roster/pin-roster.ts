import { sql, type Kysely } from 'kysely';
import { HubError } from '../errors.js';
import type { RequestSession } from '../request-session.js';
import type { PinnedRoster } from './roster-line.js';
import type { RosterPin } from './roster.entity.js';
import { pinStatement, type Pinnable, type PinRequest } from './roster-statement.js';
import { END_OF_VERSION } from '../changes/change-feed.js';
import { kyselyOf } from '../kysely-of.js';

type Pin = Pick<RosterPin, 'asked' | 'registers' | 'rows' | 'places' | 'feedVersion'>;

/**
 * Keeps the registers as they stand now until the run is closed; asked again, says what it keeps.
 * @throws {HubError} CONFLICT when the run has pinned other registers
 */
export async function pinRoster(
  { em }: RequestSession,
  pinnable: Pinnable,
  request: PinRequest,
): Promise<PinnedRoster> {
  const db = kyselyOf(em);
  // Whoever asks a second time while the first is at work gets the first one's answer.
  await sql`select pg_advisory_xact_lock(hashtext('roster ' || ${request.run}))`.execute(db);
  let pin = await findPin(db, request.run);
  if (!pin) {
    await pinStatement(pinnable, em, request).execute(db);
    pin = await findPin(db, request.run);
  }
  if (!pin) throw new Error('The roster was not pinned.');
  if (!isSame(pin.asked ?? undefined, request.registers)) throw new HubError('CONFLICT');
  return {
    registers: [...pin.registers],
    rows: pin.rows,
    places: pin.places,
    changesAfter: { version: Number(pin.feedVersion), seq: END_OF_VERSION },
  };
}

/** Gives the roster up; a run that has none is closed already. */
export async function closeRoster({ em }: RequestSession, run: string): Promise<void> {
  const db = kyselyOf(em);
  await sql`delete from roster_pin where run = ${run}`.execute(db);
  await sql`delete from roster_row where run = ${run}`.execute(db);
}

/** @throws {HubError} NOT_FOUND for a run that has pinned nothing, or is closed */
export async function requirePin({ em }: RequestSession, run: string): Promise<Pin> {
  const pin = await findPin(kyselyOf(em), run);
  if (!pin) throw new HubError('NOT_FOUND');
  return pin;
}

async function findPin(db: Kysely<unknown>, run: string): Promise<Pin | undefined> {
  const { rows } = await sql<Pin>`
    select asked, registers, rows, places, feed_version as "feedVersion" from roster_pin where run = ${run}`.execute(
    db,
  );
  return rows[0];
}

function isSame(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  return one?.toSorted().join() === other?.toSorted().join();
}

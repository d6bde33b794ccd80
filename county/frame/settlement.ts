import { hashOf } from '../random.js';
import type { DivisionRow } from '../views.js';
import type { Divisions } from './divisions.js';

/** A village with its share of the county's children. */
export interface SettledVillage extends DivisionRow {
  readonly share: number;
}

export interface SettledTownship {
  readonly row: DivisionRow;
  readonly share: number;
  readonly villages: readonly SettledVillage[];
}

/** Where the children of a county live. */
export interface Settlement {
  readonly townships: readonly SettledTownship[];
  readonly villages: readonly SettledVillage[];
  /** The village at a point of [0, 1), each as wide as its share. */
  readonly villageAt: (point: number) => SettledVillage;
  /** The same among the villages of the county seat. */
  readonly seatVillageAt: (point: number) => SettledVillage;
  readonly isSeatVillage: (village: string) => boolean;
}

/** Sub-districts (街道, township part 001–099) make up the county seat. */
export function isSeat({ row }: SettledTownship): boolean {
  return row.code.slice(6, 9) < '100';
}

/**
 * Units 500–599 belong to the Production and Construction Corps (兵团), which runs its own schools; forest farms and
 * conservation stations (400–499 without villages) have no children.
 */
function isSettled(township: DivisionRow): boolean {
  return township.code.slice(6, 9) < '500';
}

/** A committee of the seat has several times the children of a village. */
const SEAT_WEIGHT = 3;

function picker(villages: readonly SettledVillage[]): (point: number) => SettledVillage {
  const total = villages.reduce((sum, { share }) => sum + share, 0);
  let sum = 0;
  const ends = villages.map(({ share }) => (sum += share) / total);
  return (point) => {
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 1) > point) high = middle;
      else low = middle + 1;
    }
    const village = villages[low];
    if (!village) throw new Error('No village to settle.');
    return village;
  };
}

/** Spreads children over the villages of a county: villages differ in size by up to four times, the seat is denser. */
export function settle(divisions: Divisions, countyCode: string, seed: number): Settlement {
  const weighted = divisions
    .childrenOf(countyCode.padEnd(12, '0'))
    .filter(isSettled)
    .map((row) => {
      const factor = row.code.slice(6, 9) < '100' ? SEAT_WEIGHT : 1;
      const villages = divisions.childrenOf(row.code).map((village) => {
        const size = hashOf(seed, 21, Number(village.code.slice(6))) / 4294967296;
        return { ...village, share: factor * (0.4 + 1.2 * size) };
      });
      return { row, villages };
    })
    .filter(({ villages }) => villages.length > 0);

  const total = weighted.flatMap(({ villages }) => villages).reduce((sum, { share }) => sum + share, 0);
  const townships = weighted.map(({ row, villages }) => {
    const shares = villages.map((village) => ({ ...village, share: village.share / total }));
    return { row, villages: shares, share: shares.reduce((sum, { share }) => sum + share, 0) };
  });
  const villages = townships.flatMap((township) => township.villages);
  const seatVillages = townships.filter(isSeat).flatMap((township) => township.villages);
  const seatCodes = new Set(seatVillages.map(({ code }) => code));
  return {
    townships,
    villages,
    villageAt: picker(villages),
    seatVillageAt: picker(seatVillages.length > 0 ? seatVillages : villages),
    isSeatVillage: (village) => seatCodes.has(village),
  };
}

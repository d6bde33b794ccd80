import { loadDivisions, type Divisions } from './divisions.js';
import { planErrors, type ErrorPlan } from '../error-plan.js';
import { loadErrorRates, type ErrorRates } from '../error-rates.js';
import { FAMILY_SIZE } from '../population/family-shape.js';
import { loadPreset, type CountyPreset } from '../presets.js';
import { schoolNetwork, type SchoolNetwork } from './school-network.js';
import { planSchools } from './school-plan.js';
import { settle, type Settlement } from './settlement.js';
import { termCalendar, type TermCalendar } from './term-calendar.js';
import type { CountyOptions, DivisionRow } from '../views.js';

/** Everything that all families of a county have in common; made once, then only read. */
export interface World {
  readonly options: CountyOptions;
  readonly seed: number;
  readonly preset: CountyPreset;
  readonly rates: ErrorRates;
  readonly divisions: Divisions;
  readonly county: DivisionRow;
  readonly settlement: Settlement;
  readonly network: SchoolNetwork;
  readonly calendar: TermCalendar;
  readonly families: number;
  readonly plan: ErrorPlan;
  readonly shares: ResidenceShares;
  readonly boarding: { readonly primary: BoardingChances; readonly junior: BoardingChances };
}

/** Chance to board of a pupil who lives in the county seat, and of one who does not. */
export interface BoardingChances {
  readonly inSeat: number;
  readonly outside: number;
}

/** Shares of all families, which together make 1. */
export interface ResidenceShares {
  readonly home: number;
  readonly outside: number;
  readonly incomer: number;
}

/**
 * The preset counts incomers among pupils studying here and leavers among those registered here; families are drawn
 * from both together.
 */
function residenceShares(preset: CountyPreset): ResidenceShares {
  const home = preset.registeredStudyingHere;
  const incomer = (home * preset.incomersOfPupils) / (1 - preset.incomersOfPupils);
  const total = 1 + incomer;
  return { home: home / total, outside: (1 - home) / total, incomer: incomer / total };
}

/** Pupils of the seat live near their school, so they board a fifth as often. */
const SEAT_BOARDING = 0.2;

/** Turns the preset's share of all pupils into chances by place, given the share of pupils who live in the seat. */
function boardingChances(share: number, seatShare: number): BoardingChances {
  const outside = Math.min(0.95, share / (1 - seatShare + SEAT_BOARDING * seatShare));
  return { outside, inSeat: SEAT_BOARDING * outside };
}

const AGES_OF_SCHOOL_CHILDREN = 10;

/** Throws for a wrong preset or error-rates file, and a RangeError for a number of children below 1. */
export function createWorld(options: CountyOptions): World {
  if (!Number.isInteger(options.children) || options.children < 1) {
    throw new RangeError('The number of children must be a whole number of 1 or more.');
  }
  const { county: slug, seed, children } = options;
  const preset = loadPreset(slug);
  const rates = loadErrorRates(slug, options.errorRatesPath);
  const divisions = loadDivisions();
  const county = divisions.get(preset.countyCode.padEnd(12, '0'));
  const settlement = settle(divisions, preset.countyCode, seed);
  const families = Math.max(1, Math.round(children / FAMILY_SIZE.meanSchoolAge));
  const shares = residenceShares(preset);
  const pupilsPerGrade = (children / AGES_OF_SCHOOL_CHILDREN) * (shares.home + shares.incomer);
  const { certificate, placement } = preset.disability;
  const size = {
    pupilsPerGrade,
    seatSchoolPull: preset.seatSchoolPull,
    specialPupilsPerGrade: pupilsPerGrade * certificate * (placement.specialSchool + placement.homeTeaching),
  };
  const seatVillages = settlement.villages.filter(({ code }) => settlement.isSeatVillage(code));
  const populationInSeat = seatVillages.reduce((sum, village) => sum + village.share, 0);
  const seatShare = populationInSeat + (1 - populationInSeat) * (preset.livesApart + preset.relocated);
  return {
    options,
    seed,
    preset,
    rates,
    divisions,
    county,
    settlement,
    network: schoolNetwork(planSchools(county, settlement.townships, size, seed), settlement.townships),
    calendar: termCalendar(options.asOf),
    families,
    plan: planErrors(rates, children, families, seed),
    shares,
    boarding: {
      primary: boardingChances(preset.boarding.primary, seatShare),
      junior: boardingChances(preset.boarding.junior, seatShare),
    },
  };
}

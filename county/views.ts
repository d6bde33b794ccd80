/**
 * What each agency holds of each child of the synthetic county: the input of the register files of every agency.
 *
 * A `Family` is the unit of generation: brothers and sisters, now and then with an unrelated namesake, so it may
 * hold more than one household. Every `Child` has one view per agency, null where that agency's registers hold
 * nothing of the child. Views say what is WRITTEN in a register, errors included; `truth` says what is so and must
 * never reach a register: it serves tests and the truth file.
 *
 * Dates are `YYYY-MM-DD`, none lies after `asOf`, except ends of approvals, permits and certificates.
 * All division codes are 12-digit codes of villages unless said otherwise. Amounts are yuan.
 * `sourceKey` is unique within its agency.
 */
import type { IsoDate } from '../policies/iso-date.js';
import type { CivilAffairsView } from './views/civil-affairs.view.js';
import type { DisabilityView } from './views/disability.view.js';
import type { EducationView } from './views/education.view.js';
import type { FieldworkView } from './views/fieldwork.view.js';
import type { LabourView } from './views/labour.view.js';
import type { PoliceHousehold, PoliceView } from './views/police.view.js';
import type { PovertyView } from './views/poverty.view.js';
import type { CensusVisit } from './views/screening.view.js';
import type { ChildTruth, PlantedError } from './views/truth.js';

export type * from './views/civil-affairs.view.js';
export type * from './views/disability.view.js';
export type * from './views/education.view.js';
export type * from './views/fieldwork.view.js';
export type * from './views/frame.js';
export * from './views/identity.js';
export type * from './views/labour.view.js';
export type * from './views/police.view.js';
export type * from './views/poverty.view.js';
export type * from './views/screening.view.js';
export * from './views/truth.js';

export interface Family {
  /** From 0, in the order of generation. */
  readonly index: number;
  /** Households of the police register, each once; empty for a family whose register lies in another county. */
  readonly households: readonly PoliceHousehold[];
  readonly children: readonly Child[];
  readonly plantedErrors: readonly PlantedError[];
  /** Null where the year's census has not called yet. */
  readonly census: CensusVisit | null;
}

export interface Child {
  /** `<family index>-<number in the family>`: for tests and logs of the generator, never stored in a register. */
  readonly key: string;
  readonly truth: ChildTruth;
  readonly police: PoliceView | null;
  readonly education: EducationView | null;
  readonly civilAffairs: CivilAffairsView | null;
  readonly disability: DisabilityView | null;
  readonly labour: LabourView | null;
  readonly poverty: PovertyView | null;
  readonly fieldwork: FieldworkView | null;
}

/** Which county to make, how large, and as of when. The same options give the same county, byte for byte. */
export interface CountyOptions {
  readonly county: CountySlug;
  /**
   * Children of compulsory-school age (6 to 15 completed years on 31 August) that any register holds; the county
   * comes out within 2 % of it (exactly so many planned, planted extra persons come on top).
   */
  readonly children: number;
  readonly seed: number;
  /** The day on which the registers are read. */
  readonly asOf: IsoDate;
  /** Path of another error-rates file; default county/error-rates.yaml. */
  readonly errorRatesPath?: string;
}

export const COUNTY_SLUGS = ['yinjiang', 'changji', 'qingtongxia', 'yunyang'] as const;
export type CountySlug = (typeof COUNTY_SLUGS)[number];

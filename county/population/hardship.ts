import { evenlySpread, type Random } from '../random.js';
import type { ParentCircumstance } from '../views.js';
import type { World } from '../frame/world.js';
import type { Hardship, Home } from './draft.js';

/** What has befallen each parent, null for nothing. */
export interface ParentCircumstances {
  readonly father: ParentCircumstance | null;
  readonly mother: ParentCircumstance | null;
}

type RareFate = 'ORPHAN' | 'UNATTENDED' | 'EXTREME_POVERTY' | 'CUSTODY' | 'ONE_PARENT_DEAD' | null;

const ONE_PARENT_DEAD = 0.005;

/** Pairs under which a child counts as de facto unattended (民发〔2019〕62号), by weight. */
const UNATTENDED_PAIRS: readonly (readonly [number, ParentCircumstance, ParentCircumstance])[] = [
  [45, 'DEAD', 'NO_CONTACT'],
  [27, 'SEVERELY_DISABLED', 'SEVERELY_DISABLED'],
  [8, 'IN_PRISON', 'NO_CONTACT'],
  [12, 'SEVERELY_ILL', 'NO_CONTACT'],
  [4, 'COMPULSORY_REHABILITATION', 'NO_CONTACT'],
  [4, 'DEAD', 'SEVERELY_DISABLED'],
];

function rareFate(world: World, index: number): RareFate {
  const { orphan, unattended, extremePoverty, parentInCustody } = world.preset;
  let point = evenlySpread(world.seed, 9, index);
  const fates: readonly (readonly [RareFate, number])[] = [
    ['ORPHAN', orphan],
    ['UNATTENDED', unattended],
    ['EXTREME_POVERTY', extremePoverty],
    ['CUSTODY', parentInCustody],
    ['ONE_PARENT_DEAD', ONE_PARENT_DEAD],
  ];
  return fates.find(([, share]) => (point -= share) < 0)?.[0] ?? null;
}

function circumstancesOf(fate: RareFate, random: Random): ParentCircumstances {
  switch (fate) {
    case 'ORPHAN':
      return random.chance(0.8) ? { father: 'DEAD', mother: 'DEAD' } : { father: 'DEAD', mother: 'MISSING' };
    case 'UNATTENDED': {
      const pair = UNATTENDED_PAIRS[random.weightedIndex(UNATTENDED_PAIRS.map(([weight]) => weight))];
      return { father: pair?.[1] ?? 'DEAD', mother: pair?.[2] ?? 'NO_CONTACT' };
    }
    case 'EXTREME_POVERTY':
      return { father: 'SEVERELY_DISABLED', mother: 'SEVERELY_ILL' };
    case 'CUSTODY':
      return random.chance(0.85)
        ? { father: 'IN_PRISON', mother: null }
        : { father: null, mother: 'IN_PRISON' };
    case 'ONE_PARENT_DEAD':
      return random.chance(0.65) ? { father: 'DEAD', mother: null } : { father: null, mother: 'DEAD' };
    case null:
      return { father: null, mother: null };
  }
}

/** Share of subsistence households that are registered (ex-)poverty households too. */
const SUBSISTENCE_AMONG_POOR = 0.8;

function hasSubsistence(world: World, index: number, isPoor: boolean): boolean {
  const { poverty, subsistence } = world.preset;
  const among = Math.min(0.9 * poverty.registered, SUBSISTENCE_AMONG_POOR * subsistence);
  const chance = isPoor ? among / poverty.registered : (subsistence - among) / (1 - poverty.registered);
  return evenlySpread(world.seed, 6, index) < chance;
}

export interface FamilyFate {
  readonly hardship: Hardship;
  readonly circumstances: ParentCircumstances;
}

/**
 * Poverty, relief and parents' fates of one family. Registers of the county cover its registered households only, so
 * incomers have none of it. The extremely poor and the unattended are poor; only the poor are relocated.
 */
export function familyFate(
  world: World,
  index: number,
  home: Home,
  isShowcase: boolean,
  isSubject: boolean,
  random: Random,
): FamilyFate {
  const { poverty, relocated } = world.preset;
  // A planted difference stands for itself: its family is otherwise ordinary, so that its cause can be told.
  const fate = home.kind !== 'LOCAL' || isSubject || isShowcase ? null : rareFate(world, index);
  const isIncomer = home.kind === 'INCOMER';
  const isExtreme = fate === 'EXTREME_POVERTY';
  const isRegisteredPoor =
    isShowcase || (!isIncomer && evenlySpread(world.seed, 5, index) < poverty.registered);
  const monitoredChance = isRegisteredPoor
    ? (0.55 * poverty.monitored) / Math.max(poverty.registered, poverty.monitored)
    : (0.45 * poverty.monitored) / (1 - poverty.registered);
  return {
    circumstances: circumstancesOf(fate, random),
    hardship: {
      isRegisteredPoor,
      isMonitored: isShowcase || (!isIncomer && random.chance(monitoredChance)),
      isRelocated:
        isRegisteredPoor &&
        home.kind !== 'INCOMER' &&
        relocated > 0 &&
        random.chance(relocated / poverty.registered),
      hasSubsistenceAllowance:
        isShowcase || (!isIncomer && !isExtreme && hasSubsistence(world, index, isRegisteredPoor)),
      isOrphaned: fate === 'ORPHAN',
      isUnattended: fate === 'UNATTENDED',
      hasExtremePovertySupport: isExtreme,
    },
  };
}

import { sql, type RawBuilder } from 'kysely';
import { DIGITS_OF_LEVEL } from '../../_kit/schema/division-prefix.js';
import type { FocusGroup } from '../standing/focus-group.enum.js';
import type { Standing, StandingBasis } from '../standing/standing.enums.js';
import type { LedgerKind, LedgerScope } from './ledger.enums.js';

/** Whose ledger it is. */
export interface LedgerArea {
  readonly scope: LedgerScope;
  /** A division's, cut by level; else a school's or a class's. */
  readonly code: string;
  /** County of the register, six digits. */
  readonly county: string;
}

/** Which children of an area stand on a ledger; each condition that is given has to be met. */
interface KindRule {
  readonly standings?: readonly Standing[];
  readonly basis?: StandingBasis;
  /** One of them is enough. */
  readonly groups?: readonly FocusGroup[];
}

const IN_COMPULSORY_EDUCATION: readonly Standing[] = [
  'IN_SCHOOL',
  'SUSPECTED',
  'OUT_OF_SCHOOL',
  'APPROVED_ABSENCE',
  'UNVERIFIED',
];

const KINDS: Readonly<Record<LedgerKind, KindRule>> = {
  SCHOOL_AGE_CHILDREN: {},
  SUSPECTED_DROPOUTS: { standings: ['SUSPECTED'] },
  DROPOUTS: { standings: ['OUT_OF_SCHOOL'] },
  POOR_FAMILY_PUPILS: { standings: IN_COMPULSORY_EDUCATION, groups: ['FINANCIAL_HARDSHIP'] },
  LEFT_BEHIND_CHILDREN: {
    standings: IN_COMPULSORY_EDUCATION,
    groups: ['LEFT_BEHIND', 'SCHOOL_LEFT_BEHIND'],
  },
  JUNIOR_LEAVERS: { basis: 'COMPLETED' },
};

/** SQL over `school_age_entry entry`: the child stands on this ledger. */
export function isOnLedger(area: LedgerArea, kind: LedgerKind): RawBuilder<boolean> {
  const { groups } = KINDS[kind];
  const conditions = [isUnderRule(area, kind)];
  if (groups) conditions.push(sql<boolean>`entry.focus_groups && ${groups}::text[]`);
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** SQL over `school_age_entry entry`: whether the child belongs on this ledger is not known. */
export function isUndecided(area: LedgerArea, kind: LedgerKind): RawBuilder<boolean> {
  const { groups } = KINDS[kind];
  if (!groups) return sql<boolean>`false`;
  return sql<boolean>`(${isUnderRule(area, kind)} and not entry.focus_groups && ${groups}::text[]
    and exists (select from jsonb_array_elements(entry.unknown_focus_groups) unknown
      where unknown ->> 'group' = any (${groups}::text[])))`;
}

function isUnderRule(area: LedgerArea, kind: LedgerKind): RawBuilder<boolean> {
  const { standings, basis } = KINDS[kind];
  const conditions = [isOfArea(area)];
  if (standings) conditions.push(sql<boolean>`entry.standing = any (${standings}::text[])`);
  if (basis) conditions.push(sql<boolean>`entry.standing_basis = ${basis}`);
  return sql.join(conditions, sql` and `) as RawBuilder<boolean>;
}

/**
 * Each child is on the ledgers of one village and its township: where it lives in the county, else where it is
 * registered there. Who has neither is on the county's alone, and on its school's and class's.
 */
function isOfArea({ scope, code, county }: LedgerArea): RawBuilder<boolean> {
  switch (scope) {
    case 'COUNTY':
      return sql<boolean>`true`;
    case 'TOWNSHIP':
    case 'VILLAGE':
      // The first condition is for the indexes.
      return sql<boolean>`(entry.residence_division_code ^@ ${code} or entry.registered_division_code ^@ ${code})
        and starts_with(${ledgerDivision(county)}, ${code})`;
    case 'SCHOOL':
      return sql<boolean>`entry.school_code = ${code}`;
    case 'CLASS':
      return sql<boolean>`entry.class_code = ${code}`;
  }
}

function ledgerDivision(county: string): RawBuilder<string> {
  return sql<string>`case when starts_with(entry.residence_division_code, ${county}) then entry.residence_division_code
    else entry.registered_division_code end`;
}

/**
 * SQL over `student_scope place`: some register puts the child in the area. What coordination alone has set, a grant or
 * the school in whose catchment area a child is due, is no register's word.
 */
export function isPlacedIn({ scope, code }: LedgerArea): RawBuilder<boolean> {
  switch (scope) {
    case 'COUNTY':
      return sql<boolean>`place.kind in ('REGISTERED', 'RESIDENCE', 'SCHOOL', 'CLASS')`;
    case 'TOWNSHIP':
    case 'VILLAGE':
      return sql<boolean>`place.kind in ('REGISTERED', 'RESIDENCE') and place.code ^@ ${code}`;
    default:
      return sql<boolean>`place.kind = ${scope} and place.code = ${code}`;
  }
}

/** Digits of the divisions by which an account is broken down. */
export function digitsBelow(scope: LedgerScope): number {
  return scope === 'COUNTY' || scope === 'SCHOOL' ? DIGITS_OF_LEVEL.TOWNSHIP : DIGITS_OF_LEVEL.VILLAGE;
}

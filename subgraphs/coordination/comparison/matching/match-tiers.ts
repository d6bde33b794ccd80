/** How two sets of rows came to be taken for one child, the strongest first; equal ids need no link. */
export const MATCH_TIERS = {
  ALIAS: { isAutomatic: true, score: 1 },
  GUARDIAN: { isAutomatic: true, score: 0.99 },
  HOUSEHOLD: { isAutomatic: false, score: 0.9 },
  REPAIRED_ID: { isAutomatic: false, score: 0.8 },
  FUZZY: { isAutomatic: false, score: 0.6 },
} as const;
export type MatchTier = keyof typeof MATCH_TIERS;

/** What a link rests on, or what speaks against it; codes alone, never values. */
export const MATCH_EVIDENCE = [
  'POLICE_FORMER_NUMBER',
  'SHARED_GUARDIAN',
  'REPAIRED_NUMBER',
  'SAME_NAME',
  'VARIANT_CHARACTER',
  'TRANSLITERATION',
  'GIVEN_NAME_ONLY',
  'SAME_BIRTH_DATE',
  'SAME_SEX',
  'SAME_VILLAGE',
  'SAME_TOWNSHIP',
  'OTHER_GUARDIANS',
  'BOTH_REGISTERED',
  'BOTH_ON_THE_ROLL',
  'SEVERAL_CANDIDATES',
] as const;
export type MatchEvidence = (typeof MATCH_EVIDENCE)[number];

export interface MatchLink {
  /** Canonical id of the rows that join. */
  readonly memberId: string;
  /** Of the child that they join: the id that was registered first. */
  readonly canonicalId: string;
  readonly tier: MatchTier;
  /** 0 to 1; only an order for the person who reviews, decided by tier and evidence. */
  readonly score: number;
  readonly evidence: readonly MatchEvidence[];
  /** False: a suggestion that joins nothing until a person has decided. */
  readonly isAutomatic: boolean;
}

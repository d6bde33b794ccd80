import { defineEntity, p } from '@mikro-orm/postgresql';
import { serviceOnly } from '../../../_kit/student/reach-policies.js';
import type { BucketDigest } from '../roster/result-digest.js';

/** A part of the keys that one job takes; done again alone when its worker died. */
export const ComparisonRangeEntity = defineEntity({
  name: 'ComparisonRangeEntity',
  tableName: 'comparison_range',
  properties: {
    runId: p.text().primary(),
    /** Canonical ids from here on, and before `upTo`; '' leaves an end open. */
    from: p.text().collation('C').primary(),
    upTo: p.text(),
    screenedAt: p.datetime().nullable(),
    comparedAt: p.datetime().nullable(),
    /** The job that compares it; one that began earlier may not store any more. */
    attempt: p.uuid().nullable(),
    children: p.integer(),
    buckets: p.json().$type<readonly BucketDigest[]>(),
  },
});

/** Keys of leftovers, by which other children are found that may be the same ones. */
export const RunKeyEntity = defineEntity({
  name: 'RunKeyEntity',
  tableName: 'comparison_key',
  ...serviceOnly,
  properties: { runId: p.text().primary(), key: p.text().primary(), from: p.text() },
});

/** Records that are matched with each other once all ranges are compared. */
export const RunRecordEntity = defineEntity({
  name: 'RunRecordEntity',
  tableName: 'comparison_record',
  ...serviceOnly,
  properties: {
    runId: p.text().primary(),
    canonicalId: p.text().primary(),
    // What agencies say of one id comes in two ranges while one of them has not heard of a link.
    from: p.text().primary(),
    isLeftover: p.boolean().primary(),
    record: p.json().$type<object>(),
  },
  indexes: [{ properties: ['runId', 'from'] }],
});

const list = () => p.json().$type<readonly object[]>().default('[]');

/** What a run has found of one child, part by part; becomes the school-age register when all of it is there. */
export const RunResultEntity = defineEntity({
  name: 'RunResultEntity',
  tableName: 'comparison_result',
  ...serviceOnly,
  properties: {
    runId: p.text().primary(),
    canonicalId: p.text().primary(),
    from: p.text(),
    fingerprint: p.text().default(''),
    entry: p.json().$type<object>().nullable(),
    risk: p.json().$type<object>().nullable(),
    attendance: p.json().$type<object>().nullable(),
    links: list(),
    formerIds: list(),
    scopes: list(),
    riskFactors: list(),
    aidMatches: list(),
    discrepancies: list(),
    splits: list(),
  },
  indexes: [{ properties: ['runId', 'from'] }],
});

/** A child of whom the run has found what is published already; nothing of it is written again. */
export const ConfirmedChildEntity = defineEntity({
  name: 'ConfirmedChildEntity',
  tableName: 'comparison_confirmed',
  ...serviceOnly,
  properties: { runId: p.text().primary(), canonicalId: p.text().primary(), from: p.text() },
  indexes: [{ properties: ['runId', 'from'] }],
});

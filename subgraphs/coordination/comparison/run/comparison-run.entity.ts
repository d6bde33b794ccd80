import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import type { RunProblem, RunSource, RunState } from './comparison-run.js';

/** One comparison of the registers, from the moment somebody asked for it. */
export const ComparisonRunEntity = defineEntity({
  name: 'ComparisonRunEntity',
  tableName: 'comparison_run',
  properties: {
    runId: p.text().primary(),
    state: p.text().$type<RunState>(),
    /** Six digits. */
    countyCode: p.text(),
    /** Day as of which ages and deadlines count, in Asia/Shanghai. */
    today: p.date(),
    /** Who asked; `schedule` for the calendar. */
    requestedBy: p.text(),
    requestedAt: p.datetime(),
    finishedAt: p.datetime().nullable(),
    /** Digests of the policy files in force, divided by spaces. */
    policyVersion: p.text(),
    sources: p.json().$type<readonly RunSource[]>(),
    /** What was pinned, as the rules need it. */
    pinned: p.json().$type<object>().nullable(),
    /** Why it refused, or what it was broken off by. */
    problems: p.json().$type<readonly RunProblem[]>(),
    counts: p.json().$type<Readonly<Record<string, number>>>(),
    /** SHA-256 over all results, hexadecimal; the same sources, day and policies give the same. */
    digest: p.text().nullable(),
  },
  indexes: [{ properties: ['requestedAt'] }],
});

export type ComparisonRun = InferEntity<typeof ComparisonRunEntity>;

import type { MikroORM } from '@mikro-orm/postgresql';
import { sql, type Kysely } from 'kysely';
import type { TaskList } from 'graphile-worker';
import { z } from 'zod';
import { dayInShanghai, parseIsoDate } from '../../../../policies/iso-date.js';
import type { ResolvedPolicy } from '../../../../policies/resolve-policy.js';
import { createSchoolCalendar } from '../../../../policies/school-calendar.js';
import { advanceAsService } from '../../../_kit/changes/advance-register.js';
import { addJob } from '../../../_kit/jobs/add-job.js';
import { combineDigests } from '../roster/result-digest.js';
import type { BucketDigest } from '../roster/result-digest.js';
import { storeCursors } from '../following/followed-feeds.js';
import { compareRange } from './compare-range.js';
import { matchRun } from './match-run.js';
import { pinSources } from './pin-sources.js';
import { dateDecisions } from '../dispositions/settle-discrepancies.js';
import { keepSchoolSites } from '../../duties/duty-reach.js';
import { keepSchoolStatistics } from '../../indicators/pinned-statistics.js';
import { publishRun } from './publish-run.js';
import { readFingerprints, storeConfirmed } from './published-children.js';
import { storeSplits } from '../splits/tell-splits.js';
import { createRunContext, type RunContext } from './run-context.js';
import * as runs from './run-record.js';
import * as ranges from './run-ranges.js';
import * as findings from './run-findings.js';
import * as matches from './run-matches.js';
import { screenRange } from './screen-range.js';
import { TASKS } from './tasks.js';
import { inService, type RunTools } from './run-tools.js';
import { toBeTold } from './around-runs.js';

type Db = Kysely<unknown>;

const ofRun = z.object({ runId: z.string() });
const ofRange = z.object({ runId: z.string(), from: z.string() });

/** Results of the matcher stand in no range of their own. */
const MATCHED = 'matched';
const STORED_TOGETHER = 200;
/** With growing pauses, some five minutes. */
const MAX_ATTEMPTS = 8;

/** What the registers say of decisions until the next term, once the calendar knows it. */
async function dateByCalendar(db: Db, policy: ResolvedPolicy, now: Date): Promise<void> {
  const dated = await dateDecisions(
    db,
    createSchoolCalendar(policy).terms.map(({ start }) => start),
  );
  if (dated.length > 0)
    await advanceAsService({ db, now }, 'CASEWORK', { asOf: null, before: dated, after: dated });
}

/**
 * From the pinned registers to the published one, each step a job that may be done again: what it leaves and what comes
 * next are one transaction, so a worker or a database that dies loses the time and nothing else. Any number of workers
 * share the ranges.
 */
export function runSteps(tools: RunTools, orm: MikroORM): TaskList {
  const inTransaction = <Result>(work: (db: Db) => Promise<Result>) => inService(tools, work);

  async function contextOf(runId: string): Promise<RunContext> {
    const { run, pinned } = await inTransaction(async (db) => ({
      run: await runs.findRun(db, runId),
      pinned: await runs.readPinned(db, runId),
    }));
    if (!run) throw new Error('There is no such run.');
    return createRunContext(run, pinned, tools);
  }

  async function nextForAllRanges(db: Db, runId: string, task: string): Promise<void> {
    for (const { from } of await ranges.readRanges(db, runId))
      await addJob(db, task, { runId, from }, { key: `${task} ${runId} ${from}`, maxAttempts: MAX_ATTEMPTS });
  }

  return {
    async [TASKS.pin](payload) {
      const { runId } = ofRun.parse(payload);
      const run = await inTransaction((db) => runs.findRun(db, runId));
      if (run?.state !== 'PINNING') return;
      const policy = tools.policies.policyFor(run.countyCode, parseIsoDate(run.today));
      await inTransaction((db) => dateByCalendar(db, policy, tools.now()));
      const { problems, pinned, statistics, cursors, children } = await pinSources(runId, policy, tools);
      await inTransaction(async (db) => {
        if ((await runs.lockRun(db, runId)) !== 'PINNING') return;
        if (problems.length > 0) {
          await runs.setState(db, runId, 'REFUSED', { problems, now: tools.now() });
          await addJob(db, TASKS.close, { runId });
          return;
        }
        const decided = await matches.readDecidedMatches(db);
        await runs.storePinned(db, runId, { ...pinned, statistics, matches: decided });
        await storeCursors(db, cursors);
        await ranges.insertRanges(db, runId, children);
        await runs.setState(db, runId, 'SCREENING');
        await nextForAllRanges(db, runId, TASKS.screen);
      });
    },

    async [TASKS.screen](payload) {
      const { runId, from } = ofRange.parse(payload);
      const range = await inTransaction((db) => ranges.readRange(db, runId, from));
      if (!range) return;
      const { leftovers, keys } = await screenRange(range, await contextOf(runId), tools);
      await inTransaction(async (db) => {
        if ((await runs.lockRun(db, runId)) !== 'SCREENING') return;
        await findings.forgetRange(db, range, ['comparison_key', 'comparison_record']);
        await findings.storeKeys(db, range, keys);
        for (let at = 0; at < leftovers.length; at += STORED_TOGETHER)
          await findings.storeRecords(db, range, leftovers.slice(at, at + STORED_TOGETHER), true);
        if ((await ranges.markRange(db, range, { step: 'SCREENED', now: tools.now() })) > 0) return;
        await runs.setState(db, runId, 'COMPARING');
        await nextForAllRanges(db, runId, TASKS.compare);
      });
    },

    async [TASKS.compare](payload) {
      const { runId, from } = ofRange.parse(payload);
      const range = await inTransaction((db) => ranges.readRange(db, runId, from));
      if (!range) return;
      const context = await contextOf(runId);
      const known = await inTransaction(async (db) => ({
        keys: await findings.readKeys(db, runId),
        published: await readFingerprints(db, range),
      }));
      const attempt = await inTransaction((db) => ranges.beginAttempt(db, range));
      if (attempt === undefined) return;
      const asAttempt = (work: (db: Db) => Promise<void>) =>
        inTransaction(async (db) => {
          await ranges.holdAttempt(db, range, attempt);
          await work(db);
        });
      const { children, buckets } = await compareRange(range, known, context, tools, {
        results: (batch) => asAttempt((db) => findings.storeResults(db, range, batch, context)),
        confirmed: (batch) => asAttempt((db) => storeConfirmed(db, range, batch)),
        others: (batch) => asAttempt((db) => findings.storeRecords(db, range, batch, false)),
      });
      await inTransaction(async (db) => {
        if ((await runs.lockRun(db, runId)) !== 'COMPARING') return;
        await ranges.holdAttempt(db, range, attempt);
        const left = await ranges.markRange(db, range, {
          step: 'COMPARED',
          now: tools.now(),
          children,
          buckets,
        });
        if (left > 0) return;
        await runs.setState(db, runId, 'MATCHING');
        await addJob(
          db,
          TASKS.match,
          { runId },
          { key: `${TASKS.match} ${runId}`, maxAttempts: MAX_ATTEMPTS },
        );
      });
    },

    async [TASKS.match](payload) {
      const { runId } = ofRun.parse(payload);
      const context = await contextOf(runId);
      const { results, buckets, suggestions } = await matchRun(runId, context, tools);
      await inTransaction(async (db) => {
        if ((await runs.lockRun(db, runId)) !== 'MATCHING') return;
        const matched = { runId, from: MATCHED, upTo: '' };
        await findings.forgetRange(db, matched, ['comparison_result']);
        for (let at = 0; at < results.length; at += STORED_TOGETHER)
          await findings.storeResults(db, matched, results.slice(at, at + STORED_TOGETHER), context);
        await matches.storeSuggestions(db, runId, suggestions, dayInShanghai(tools.now()));
        await runs.storeOutcome(db, runId, {
          digest: await digestOf(db, runId, buckets),
          matched: results.length,
          suggested: suggestions.length,
        });
        await runs.setState(db, runId, 'PUBLISHING');
        await addJob(
          db,
          TASKS.publish,
          { runId },
          { key: `${TASKS.publish} ${runId}`, maxAttempts: MAX_ATTEMPTS },
        );
      });
    },

    async [TASKS.publish](payload) {
      const { runId } = ofRun.parse(payload);
      await inTransaction(async (db) => {
        if ((await runs.lockRun(db, runId)) !== 'PUBLISHING') return;
        const run = await runs.findRun(db, runId);
        if (!run) return;
        await publishRun(db, orm.em.fork(), run, { policies: tools.policies, now: tools.now() });
        await storeSplits(db, runId, tools.identifier);
        await keepSchoolSites(db, runId);
        await keepSchoolStatistics(db, runId);
        await runs.setState(db, runId, 'COMPLETED', { now: tools.now() });
        await toBeTold(db, runId, tools);
      });
    },
  };
}

/** Over the ranges and the matcher's results; a bucket of ids belongs to one range. */
async function digestOf(db: Db, runId: string, matched: readonly BucketDigest[]): Promise<string> {
  const { rows } = await sql<{ buckets: readonly BucketDigest[] }>`
    select buckets from comparison_range where run_id = ${runId}`.execute(db);
  const ranges = combineDigests(rows.map(({ buckets }) => buckets));
  return combineDigests([
    [{ bucket: 'compared', results: 0, digest: ranges }],
    [{ bucket: 'matched', results: 0, digest: combineDigests([matched]) }],
  ]);
}

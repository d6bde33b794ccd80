import { sql } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { SourceVersion } from './source-version.js';

/** By `agency.REGISTER`: what the run has read by which the register stands. Read once for a request. */
export function createSourceVersions({
  db,
}: Pick<LoaderContext, 'db'>): () => Promise<ReadonlyMap<string, SourceVersion>> {
  let versions: Promise<ReadonlyMap<string, SourceVersion>> | undefined;
  return () => (versions ??= readVersions(db));
}

async function readVersions(db: LoaderContext['db']): Promise<ReadonlyMap<string, SourceVersion>> {
  const { rows } = await sql<{ sources: readonly SourceVersion[] }>`
    select run.sources from register_run published join comparison_run run using (run_id)
    order by published.started_at desc, run_id desc limit 1`.execute(db);
  return new Map((rows[0]?.sources ?? []).map((source) => [`${source.agency}.${source.register}`, source]));
}

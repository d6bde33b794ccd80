import { sql, type Kysely } from 'kysely';
import type { DispositionEvidence } from './disposition-record.entity.js';
import type { DecidedChild } from './dropout-case-of-disposition.js';
import type { RecordDispositionInput } from './disposition-record.type.js';

const ISSUER_OF_BODY: Readonly<Record<string, string>> = {
  TOWNSHIP: '乡镇(街道)',
  SCHOOL: '学校',
  COORDINATION: '领导小组办公室',
};

/**
 * The papers of a decision, and the visits of the tasks that it names as papers of their own.
 * @returns undefined when one of the tasks is not a completed one about the child
 */
export async function evidenceOf(
  db: Kysely<unknown>,
  { memberIds }: DecidedChild,
  { evidence, taskIds }: Pick<RecordDispositionInput, 'evidence' | 'taskIds'>,
): Promise<DispositionEvidence[] | undefined> {
  const papers = evidence.map(({ kind, number, issuer, issuedOn, sha256 }) => ({
    kind,
    number: number.trim(),
    issuer: issuer.trim(),
    issuedOn,
    sha256,
  }));
  const wanted = [...new Set(taskIds ?? [])];
  if (wanted.length === 0) return papers;
  const { rows } = await sql<{ id: string; body: string; visitedOn: string }>`
    select task.id::text as id, task.body, visit.visited_on::text as "visitedOn"
    from discrepancy_task task join screening_visit visit on visit.id = task.visit_id
    where task.id::text = any (${wanted}::text[]) and task.student_id = any (${[...memberIds]}::text[])
    order by task.id`.execute(db);
  if (rows.length < wanted.length) return undefined;
  const visits = rows.map(({ id, body, visitedOn }) => ({
    kind: 'VISIT_RECORD',
    number: `task-${id}`,
    issuer: ISSUER_OF_BODY[body] ?? body,
    issuedOn: visitedOn,
    sha256: null,
  }));
  return [...papers, ...visits];
}

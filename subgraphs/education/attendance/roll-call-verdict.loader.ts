import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';
import { selectRows } from '../../_kit/select-rows.js';
import { StudentStatusEntity } from '../status/student-status.entity.js';
import { RollCallFindingEntity, type RollCallFinding } from './roll-call-finding.entity.js';
import { rollCallVerdict, type RollCallVerdict } from './roll-call-verdict.js';

/** What the roll-calls of the child of each finding say together; two statements for all of a request. */
export function createVerdictLoader({
  em,
  createLoader,
}: LoaderContext): DataLoader<RollCallFinding, RollCallVerdict | null, string> {
  return createLoader(
    async (findings: readonly RollCallFinding[]) => {
      const isTheirs = sql<boolean>`student_id = any(${findings.map(({ studentId }) => studentId)}::text[])`;
      const [calls, statuses] = await Promise.all([
        selectRows(em, RollCallFindingEntity).where(isTheirs).execute(),
        selectRows(em, StudentStatusEntity).where(isTheirs).execute(),
      ]);
      const callsOf = Map.groupBy(calls, ({ studentId }) => studentId);
      const statusesOf = Map.groupBy(statuses, ({ studentId }) => studentId);
      return findings.map((finding) =>
        rollCallVerdict(
          finding,
          callsOf.get(finding.studentId) ?? [],
          statusesOf.get(finding.studentId) ?? [],
        ),
      );
    },
    ({ id }) => String(id),
  );
}

import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';
import { selectRows } from '../../_kit/select-rows.js';
import { StudentStatusEntity } from '../status/student-status.entity.js';
import { RollCallFindingEntity, type RollCallFinding } from './roll-call-finding.entity.js';
import { rollCallVerdict, type RollCallVerdict } from './roll-call-verdict.js';

interface FindingOfChild {
  readonly finding: RollCallFinding;
  /** Ids under which the child's other calls and its status may stand. */
  readonly memberIds: readonly string[];
}

/**
 * What the roll-calls of the child of each finding say together. Null without the student status too: "on no roll" has
 * to be known.
 */
export function createVerdicts(context: LoaderContext) {
  const verdicts = createVerdictLoader(context);
  return {
    async rollCallVerdictOf(finding: RollCallFinding): Promise<RollCallVerdict | null> {
      const child = await context.students.load(finding.studentId);
      if (!child || !(await context.registers()).has('STUDENT_STATUS')) return null;
      return verdicts.load({ finding, memberIds: child.memberIds });
    },
  };
}

/** Two statements for all of a request. */
function createVerdictLoader({
  em,
  createLoader,
}: LoaderContext): DataLoader<FindingOfChild, RollCallVerdict | null, string> {
  return createLoader(
    async (findings: readonly FindingOfChild[]) => {
      const ids = findings.flatMap(({ memberIds }) => memberIds);
      const isTheirs = sql<boolean>`student_id = any(${ids}::text[])`;
      const [calls, statuses] = await Promise.all([
        selectRows(em, RollCallFindingEntity).where(isTheirs).execute(),
        selectRows(em, StudentStatusEntity).where(isTheirs).execute(),
      ]);
      const callsOf = Map.groupBy(calls, ({ studentId }) => studentId);
      const statusesOf = Map.groupBy(statuses, ({ studentId }) => studentId);
      return findings.map(({ finding, memberIds }) =>
        rollCallVerdict(
          finding,
          memberIds.flatMap((id) => callsOf.get(id) ?? []),
          memberIds.flatMap((id) => statusesOf.get(id) ?? []),
        ),
      );
    },
    ({ finding: { id } }) => String(id),
  );
}

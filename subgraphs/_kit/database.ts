import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, type EntitySchema } from '@mikro-orm/postgresql';
import { AccessLogEntity, AuditHeadEntity } from './audit/access-log.entity.js';
import { ApprovalEntity } from './access/approval.entity.js';
import { PublicationStateEntity } from './access/publication-state.entity.js';
import { RevocationEntity } from './access/revocation.entity.js';
import { CommandEntity } from './command/command.entity.js';
import { ChangeEntity, ChangeFeedEntity } from './changes/change.entity.js';
import type { SubgraphDefinition } from './define-subgraph.js';
import { ImportRunEntity } from './import/import-run.entity.js';
import { ImportedRowEntity } from './import/imported-row.entity.js';
import { RejectedPartEntity } from './import/rejected-part.entity.js';
import { PREPARING_CONNECTIONS } from './preparing-client.js';
import { RegisterEntity } from './register/register.entity.js';
import { RosterPinEntity, RosterRowEntity } from './roster/roster.entity.js';
import { DivisionEntity } from './schema/division.entity.js';
import { protectStudentTables } from './student/reach-policies.js';
import { StudentScopeEntity } from './student/student-scope.entity.js';
import { DailyUsageEntity, DeliveredChildEntity, SecurityAlarmEntity } from './usage/usage.entities.js';
import { StudentSplitEntity } from './student/student-split.entity.js';

/** Tables that every agency's database has, beside its own. */
const KIT_ENTITIES: readonly EntitySchema[] = [
  StudentScopeEntity,
  StudentSplitEntity,
  RegisterEntity,
  DivisionEntity,
  AccessLogEntity,
  AuditHeadEntity,
  ApprovalEntity,
  PublicationStateEntity,
  RevocationEntity,
  CommandEntity,
  DailyUsageEntity,
  DeliveredChildEntity,
  SecurityAlarmEntity,
  ImportRunEntity,
  ImportedRowEntity,
  RejectedPartEntity,
  RosterPinEntity,
  RosterRowEntity,
  ChangeEntity,
  ChangeFeedEntity,
];

export interface DatabaseOptions {
  readonly url: string;
  /** Connections kept for requests. Ten suit one process of an agency on two cores. */
  readonly poolSize?: number;
  /** Folders that hold `<agency>/migrations`, compiled and as written; needed for migrating alone. */
  readonly compiledFolder?: string;
  readonly sourceFolder?: string;
}

/** Opens an agency's own database. Nothing is connected before the first statement. */
export async function openDatabase(
  definition: SubgraphDefinition,
  options: DatabaseOptions,
): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: options.url,
    entities: [...KIT_ENTITIES, ...definition.entities],
    pool: { min: 0, max: options.poolSize ?? 10 },
    driverOptions: PREPARING_CONNECTIONS,
    forceUtcTimezone: true,
    discovery: { warnWhenNoEntities: false, onMetadata: protectStudentTables },
    extensions: [Migrator],
    migrations: {
      path: `${options.compiledFolder ?? '.'}/${definition.name}/migrations`,
      pathTs: options.sourceFolder && `${options.sourceFolder}/${definition.name}/migrations`,
      glob: '!(*.d).{js,ts}',
      snapshotName: '.snapshot',
      snapshotOnMigrate: false,
      emit: 'ts',
    },
    // The ORM's own messages carry statements and values.
    debug: false,
    logger: () => undefined,
    ensureDatabase: false,
  });
}

import type { StudentIdentifier } from '../identity/student-id.js';
import { accessEntry } from './access-entry.js';
import type { AccessLog } from './access-log.js';
import { createChainWriter } from './chain-writer.js';
import { createHeadKeeper, type HeadKeeperOptions } from './head-keeper.js';

export interface DatabaseAccessLogOptions extends Omit<HeadKeeperOptions, 'writer'> {
  /** The agency's database, as its serving role. */
  readonly databaseUrl: string;
  readonly identifier: StudentIdentifier;
  /** How long an entry may take until it is refused, in milliseconds; by default 1500. */
  readonly patienceMs?: number;
}

/** An agency's access log in its own database, its heads signed and kept elsewhere. */
export function createDatabaseAccessLog(options: DatabaseAccessLogOptions): AccessLog {
  const writer = createChainWriter(options.databaseUrl, options.patienceMs);
  const heads = createHeadKeeper({ ...options, writer });
  return {
    isWritable: () => writer.isWritable(),
    append: (record) => writer.append(accessEntry(record, options.identifier)),
    async close() {
      await writer.close();
      await heads.close();
    },
  };
}

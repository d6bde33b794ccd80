import type { RecordReference } from '../../_kit/import/import-definition.js';
import { ChildFileEntity } from '../child-file.entity.js';

/** Who knows a child by the number of its file. */
export const FILES = [ChildFileEntity];

export const FILE: RecordReference = { entity: ChildFileEntity, namedBy: ['sourceKey'] };
